/** What Cloudflare fetches and compiles for a cold start. */
export const bundleSize = {
  name: 'bundle-size',
  unit: 'KiB',
  goal: { atMost: 150 },
  measure: async ({ bundle }) => ({
    values: [bundle.gzipBytes / 1024],
    detail: `gzip; ${(bundle.bytes / 1024).toFixed(0)} KiB minified, as uploaded`,
  }),
}
