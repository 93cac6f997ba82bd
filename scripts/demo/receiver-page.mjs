/** The page of the demonstration's receiver: Slack messages on one side, webhooks on the other. */
import { escape } from './escape.mjs'
import { slackHtml } from './slack-html.mjs'

/** @param messages newest first, as `/messages.json` gives them */
export function receiverPage(messages) {
  const slack = messages.filter(({ kind }) => kind === 'slack').map(slackMessage)
  const webhook = messages.filter(({ kind }) => kind === 'webhook').map(webhookMessage)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="5">
<title>${messages.length} received | Bayan's demonstration</title>
<style>
body{font:1rem/1.6 system-ui,sans-serif;margin:0;padding:1rem;background:#f4f4f2;color:#1d1c1d}
main{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem}
article{background:#fff;border:1px solid #ddd;border-radius:.5rem;padding:.75rem 1rem;margin-block:.75rem}
article>header,.context{color:#666;font-size:.85rem}h3{margin:.25rem 0}p{margin:.4rem 0}
.valid{color:#146c2e}.wrong,.mention{color:#b3261e;font-weight:bold}
pre{overflow:auto;font-size:.8rem;direction:ltr;text-align:left;white-space:pre-wrap}
</style>
</head>
<body>
<h1>What an endpoint receives</h1>
<main>
<section><h2>Slack</h2>${slack.join('\n') || nothing}</section>
<section><h2>Webhook</h2>${webhook.join('\n') || nothing}</section>
</main>
</body>
</html>
`
}

const nothing = '<p>Nothing yet. The first alert comes about half a minute after the start.</p>'

function slackMessage(message) {
  return `<article><header>${escape(message.at)}</header>
${message.body === null ? `<pre>${escape(message.raw)}</pre>` : slackHtml(message.body)}</article>`
}

function webhookMessage(message) {
  const { signature, received } = message
  const className = signature === 'valid' ? 'valid' : 'wrong'
  const statement = message.body?.data?.statement
  return `<article><header>${escape(message.at)} · ${escape(message.id ?? 'without webhook-id')}
· <span class="${className}">signature ${signature === 'valid' ? 'valid' : `refused: ${escape(signature)}`}</span>
${received > 1 ? `· received ${received} times` : ''}</header>
<h3>${escape(message.body?.type ?? 'no type')}</h3>
<p dir="auto"><strong>${escape(statement?.title ?? '')}</strong></p>
<details><summary>body</summary><pre>${escape(JSON.stringify(message.body, null, 2) ?? message.raw)}</pre></details></article>`
}
