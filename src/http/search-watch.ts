/** A question asked once, as a watch: what is looked for is the same. */
export function searchWatch(query: string) {
  const everywhere = {
    publishers: [],
    languages: [],
    changes: ['appeared'],
    endpoints: [],
  } as const
  return { id: 'search', name: 'search', query, public: false, ...everywhere }
}
