/** JSON for the operator: never kept by anybody on the way. */
export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** JSON for everybody: readable from any page, kept for a short while. */
export function publicJson(value: unknown, maxAgeSeconds: number): Response {
  return new Response(JSON.stringify(value), {
    headers: {
      'content-type': 'application/json',
      'cache-control': `public, max-age=${maxAgeSeconds}`,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** A list in the form of the contract. */
export function items<T>(list: readonly T[], cursor: string | null = null) {
  return { items: list, cursor }
}
