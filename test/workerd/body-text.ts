/** A body as text, whatever its type says: of `.text()` on JSON lines the runtime warns as of damage. */
export async function bodyText(response: Response): Promise<string> {
  return new TextDecoder().decode(await response.arrayBuffer())
}
