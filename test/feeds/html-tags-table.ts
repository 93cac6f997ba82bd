/** Elements of html whose closing tag in a plain text makes the W3C validator warn. */
export const HTML_TAGS: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address b big blockquote body br button caption center cite code dd del dfn dir ' +
    'div dl dt em fieldset font form h1 h2 h3 h4 h5 h6 head hr html i iframe img input ins kbd label ' +
    'legend li link map meta object ol option p pre q s samp script select small span strike strong ' +
    'style sub sup table tbody td textarea tfoot th thead title tr tt u ul var'
  ).split(' '),
)
