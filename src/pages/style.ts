/**
 * The one stylesheet, served at `/style.css`.
 *
 * Only logical properties: what stands at the start of a line stands on the right in Arabic, and no
 * rule is written twice. Arabic letters are taller and join below the line, hence larger type and
 * wider lines for `:lang(ar)`, wherever in a page a text is Arabic.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --card: #ffffff; --ink: #1c1a17; --quiet: #5c564d; --line: #d9d3c8;
  --link: #0b5a63; --accent: #0b5a63; --good: #1d6b35; --bad: #a3201d; --wait: #7a5200;
  --notice: #fdf1d3; --notice-ink: #4a3500;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181a; --card: #1f2225; --ink: #ece9e3; --quiet: #b0aaa0; --line: #3a3e42;
    --link: #7fd0d8; --accent: #7fd0d8; --good: #86d69b; --bad: #ff9f99; --wait: #f0c36a;
    --notice: #3a3018; --notice-ink: #f7e3b0;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { font-size: 100%; scroll-behavior: smooth; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-inline-size: 72rem; padding-inline: 1rem;
  background: var(--paper); color: var(--ink);
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  line-height: 1.55; overflow-wrap: anywhere;
}
:lang(ar) {
  font-family: "Noto Naskh Arabic", "Geeza Pro", "Segoe UI", "Noto Sans Arabic", Tahoma, sans-serif;
  line-height: 1.9; letter-spacing: 0;
}
:lang(en) {
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  line-height: 1.55;
}
a { color: var(--link); text-underline-offset: 0.2em; text-decoration-thickness: 0.06em; }
a:hover { text-decoration-thickness: 0.14em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -4rem; }
.skip:focus {
  inset-block-start: 0.5rem; z-index: 1; padding: 0.5rem 1rem;
  background: var(--card); border: 1px solid var(--line);
}
header {
  display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 2rem;
  padding-block: 1rem; border-block-end: 1px solid var(--line);
}
.brand { font-size: 1.6rem; font-weight: 700; color: var(--ink); text-decoration: none; }
nav { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
nav a { padding-block: 0.4rem; }
nav a[aria-current] { color: var(--ink); text-decoration: none; font-weight: 600; }
.address { user-select: all; cursor: text; }
.addresses div { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.addresses dt { min-inline-size: 4rem; }
.addresses dd { margin: 0; }
ul.inline { display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding: 0; list-style: none; }
footer {
  margin-block-start: 3rem; padding-block: 1rem; border-block-start: 1px solid var(--line);
  color: var(--quiet); font-size: 0.9rem;
}
h1 { font-size: 1.8rem; line-height: 1.35; margin-block: 1.5rem 0.5rem; text-wrap: balance; }
h2 { font-size: 1.35rem; line-height: 1.4; margin-block: 2.5rem 0.5rem; }
h3 { font-size: 1.1rem; line-height: 1.5; margin-block: 1.25rem 0.5rem; }
.statement > h2 { font-size: 1.1rem; line-height: 1.5; margin-block: 0.25rem 0.5rem; }
h1:lang(ar), h2:lang(ar), h3:lang(ar), .statement > h2:lang(ar) { line-height: 1.7; }
.statement:lang(ar) > p, .body:lang(ar) { font-size: 1.1em; }
.lead, .quiet { color: var(--quiet); }
.lead { margin-block-start: 0; }
.machine, pre:lang(en), code:lang(en) { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: 0.92em; }
pre {
  overflow-x: auto; padding: 1rem; background: var(--card); border: 1px solid var(--line);
  border-radius: 0.4rem; line-height: 1.45; text-align: start;
}

.rows { list-style: none; margin: 1.5rem 0 0; padding: 0; display: grid; gap: 1rem; }
.row { display: grid; gap: 0; }
.statement, .no-partner { min-inline-size: 0; }
.statement {
  padding: 0.9rem 1.1rem; background: var(--card); border: 1px solid var(--line);
  border-radius: 0.4rem; text-align: start;
}
.statement > p { margin-block: 0.4rem; }
.no-partner { display: none; }
.pair > .statement + .statement {
  border-block-start-style: dashed; border-start-start-radius: 0; border-start-end-radius: 0;
}
.pair > .statement:first-child {
  border-block-end: 0; border-end-start-radius: 0; border-end-end-radius: 0;
}
.statement > .byline, .statement > .more, .byline, .original { font-size: 0.95em; }
.byline { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; color: var(--quiet); }
.mark { color: var(--quiet); border: 1px solid currentColor; border-radius: 1em; padding-inline: 0.6em; font-size: 0.9em; }
.mark.withdrawn { color: var(--bad); }
.reading { max-inline-size: 44rem; margin-inline: auto; }
.whole { margin-block-start: 1.5rem; }
.whole > .original { margin-block-start: 0; }
.body { font-size: 1.08rem; }
.body:lang(ar) { font-size: 1.2rem; }
.body img, .body table { max-inline-size: 100%; }
.body blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.facts { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.3rem 1.25rem; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; }
.revisions { padding-inline-start: 2rem; }
.revisions .mark { margin-inline-start: 0.75em; }
.diff { white-space: pre-line; max-inline-size: 42rem; }
.diff del { color: var(--bad); text-decoration-thickness: 0.08em; }
.diff .spelling { color: var(--quiet); text-decoration-style: dotted; }
.diff ins { color: var(--good); text-underline-offset: 0.3em; }

.notice {
  padding: 0.8rem 1.1rem; background: var(--notice); color: var(--notice-ink);
  border-inline-start: 4px solid var(--wait); border-radius: 0.2rem;
}
.notice.withdrawn { border-inline-start-color: var(--bad); }
.sources, .counts { list-style: none; padding: 0; margin: 0; }
.sources > li {
  display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; padding-block: 0.5rem;
  border-block-end: 1px solid var(--line);
}
.source-name { min-inline-size: 16rem; }
.state::before { content: "\\25CF"; margin-inline-end: 0.4em; font-size: 0.8em; }
.state.ok, .state.quiet { color: var(--good); }
.state.down, .state.blocked, .state.changed-layout, .state.failing, .state.disabled { color: var(--bad); }
.state.waiting, .state.unknown, .state.late { color: var(--wait); }
.state.paused, .state.deleted { color: var(--quiet); }
.refusal { flex-basis: 100%; display: block; }
.detail { display: block; color: var(--quiet); font-size: 0.9em; }
.stacked time { white-space: nowrap; }

table { border-collapse: collapse; inline-size: 100%; margin-block: 0.75rem; overflow-wrap: break-word; }
th, td { text-align: start; vertical-align: top; padding-block: 0.45rem; padding-inline: 0 0.75rem; border-block-end: 1px solid var(--line); }
thead th { color: var(--quiet); font-weight: 600; font-size: 0.9em; }
tbody th { max-inline-size: 16rem; }
.formats { display: inline-flex; flex-wrap: wrap; gap: 0 0.9rem; }
.formats a { padding-block: 0.2rem; }
meter { inline-size: 10rem; max-inline-size: 100%; block-size: 1em; vertical-align: middle; }

@media (min-width: 48rem) {
  .two-columns > .row { grid-template-columns: 1fr 1fr; gap: 1rem; }
  .two-columns > .pair { gap: 0; }
  .two-columns .no-partner { display: block; }
  .two-columns > .pair > .statement { border-radius: 0; border-block: 1px solid var(--line); }
  .two-columns > .pair > .statement:first-child { border-inline-end: 0; }
}
@media (max-width: 59.99rem) {
  .stacked, .stacked tbody, .stacked tr, .stacked th, .stacked td { display: block; }
  .stacked thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacked tr { padding-block: 0.6rem; border-block-end: 1px solid var(--line); }
  .stacked th, .stacked td { border: 0; padding: 0.15rem 0; }
  .stacked td::before { content: attr(data-label) ":"; color: var(--quiet); margin-inline-end: 0.5em; }
}
@media (max-width: 47.99rem) {
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-block-end: 0.5rem; }
}
@media (prefers-reduced-motion: reduce) {
  html { scroll-behavior: auto; }
}
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --quiet: #333; --link: #000; --line: #999; }
  nav, .skip, #feeds, .more { display: none; }
  .statement, .row { break-inside: avoid; }
  .original a::after { content: " <" attr(href) ">"; direction: ltr; unicode-bidi: isolate; }
}
`
