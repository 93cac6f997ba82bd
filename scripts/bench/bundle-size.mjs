const KIB = 1024

/** What Cloudflare fetches for a cold start, and what of it an isolate evaluates before anything is asked. */
export const bundleSize = {
  name: 'bundle-size',
  unit: 'KiB',
  goal: { atMost: 150 },
  measure: async ({ bundle }) => ({
    values: [bundle.startGzipBytes / KIB],
    detail: `gzip, loaded at start; ${kib(bundle.gzipBytes)} KiB with what is loaded when asked for; ${kib(bundle.bytes)} KiB minified, as uploaded`,
  }),
}

function kib(bytes) {
  return (bytes / KIB).toFixed(0)
}
