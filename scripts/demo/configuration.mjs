/**
 * What `npm start` sets up through the public API when nothing is there yet: two endpoints and a
 * publisher on loopback, two watches, and one real publisher that stays paused until the operator
 * says otherwise.
 */

/**
 * The calls in order: endpoints first, since watches name them; publishers last, since they begin
 * to poll at once. Each is `{path, body}` for a PUT below `/api/v1`.
 *
 * @param options.site address of the demonstration's publisher, without a slash at the end
 * @param options.receiver address of its receiver
 * @param options.secret the `whsec_…` that the receiver checks with
 * @param options.interval seconds between two polls of the demonstration's publisher
 */
export function demonstration(options) {
  return [...loopback(options), ...WATCHES, { path: '/publishers/etilaf', body: ETILAF }].sort(
    (one, other) => rank(one) - rank(other),
  )
}

/** The part that names ports: sent again when the ports have changed. */
export function loopback({ site, receiver, secret, interval }) {
  return [
    {
      path: '/endpoints/desk-slack',
      body: { id: 'desk-slack', kind: 'slack', url: `${receiver}/slack/desk`, pace: 1 },
    },
    {
      path: '/endpoints/desk-webhook',
      body: { id: 'desk-webhook', kind: 'webhook', url: `${receiver}/webhook`, secret, pace: 5 },
    },
    { path: '/publishers/demo', body: demoPublisher(site, interval) },
  ]
}

const ORDER = ['/endpoints/', '/watches/', '/publishers/']

function rank({ path }) {
  return ORDER.findIndex((prefix) => path.startsWith(prefix))
}

const WATCHES = [
  watch('chemical-weapons', 'Chemical weapons | السلاح الكيميائي', [
    '"chemical weapons"',
    '"الأسلحة الكيميائية"',
    'الكيماوي',
  ]),
  watch('detainees', 'Detainees | المعتقلون', ['detainees', 'المعتقلين', 'المعتقلون']),
]

function watch(id, name, alternatives) {
  return {
    path: `/watches/${id}`,
    body: {
      id,
      name,
      query: alternatives.join(' OR '),
      publishers: [],
      languages: [],
      changes: ['appeared', 'revised'],
      endpoints: ['desk-slack', 'desk-webhook'],
      public: false,
    },
  }
}

function demoPublisher(site, interval) {
  return {
    id: 'demo',
    name: { ar: 'هيئة الرصد المدني', en: 'Civic Monitoring Council' },
    site: `${site}/`,
    paused: false,
    sources: [
      {
        id: 'demo-ar',
        language: 'ar',
        url: `${site}/ar/`,
        kind: 'html',
        interval,
        selectors: {
          item: '.entry',
          link: '.headline a',
          title: '.headline',
          date: '.date',
          excerpt: '.excerpt',
          body: 'article.statement',
          articleTitle: 'article.statement h1',
          articleDate: '.byline time',
          remove: ['h1', '.byline', '.related', '.contact'],
        },
        paused: false,
      },
      {
        id: 'demo-en',
        language: 'en',
        url: `${site}/en/feed/`,
        kind: 'feed',
        interval,
        paused: false,
      },
    ],
  }
}

/** The Syrian National Coalition. Paused: an example must not poll a real site by itself. */
const ETILAF = {
  id: 'etilaf',
  name: {
    ar: 'الائتلاف الوطني لقوى الثورة والمعارضة السورية',
    en: 'Syrian National Coalition',
  },
  site: 'https://etilaf.org/',
  paused: true,
  sources: [
    {
      id: 'etilaf-ar',
      language: 'ar',
      url: 'https://etilaf.org/feed/',
      kind: 'auto',
      interval: 300,
      paused: false,
    },
    {
      id: 'etilaf-en',
      language: 'en',
      url: 'https://en.etilaf.org/feed/',
      kind: 'auto',
      interval: 300,
      paused: false,
    },
  ],
}
