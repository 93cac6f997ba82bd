/** What a line of the log tells besides the fault. */
type Where = Readonly<Record<string, unknown>> & { readonly at: string }

/** One line of JSON in the log. */
export function logFault(where: Where, error: unknown): void {
  console.error(JSON.stringify({ ...where, error: String(error) }))
}

/** What is known of a bug: its trace, where it has one. */
export function traceOf(error: unknown): unknown {
  return error instanceof Error ? (error.stack ?? error.message) : error
}
