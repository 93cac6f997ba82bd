import { htmlToText } from '../text/html-text.ts'
import { escapeText, plainLetters } from './html-escape.ts'
import { HtmlRebuild } from './html-rebuild.ts'
import { walkPage, whenEnded } from './html-walk.ts'

/**
 * Somebody else's html → ours: paragraphs, lists, quotations, headings, emphasis and links, rebuilt
 * tag by tag. The result holds p, br, ul, ol, li, blockquote, h2 to h6, strong, em and a, well nested
 * and closed; attributes href (http, https, mailto), rel, dir and lang; and no other `<`.
 *
 * Html that cannot even be tokenised becomes plain paragraphs: its words are still a statement's.
 */
export async function sanitiseHtml(html: string, baseUrl: string): Promise<string> {
  let rebuild = new HtmlRebuild(baseUrl)
  try {
    await walkPage(html, () => {
      rebuild = new HtmlRebuild(baseUrl)
      return rebuilding(rebuild)
    })
  } catch {
    return plainToHtml(htmlToText(html.replace(/<(script|style)[\s>][\s\S]*?(<\/\1\s*>|$)/gi, ' ')))
  }
  return rebuild.finish()
}

function rebuilding(rebuild: HtmlRebuild): HTMLRewriter {
  return new HTMLRewriter()
    .on('*', {
      element(element) {
        const opened = rebuild.open(element.tagName, (name) => element.getAttribute(name))
        if (opened !== undefined) whenEnded(element, () => rebuild.close(opened))
      },
    })
    .onDocument({
      text(chunk) {
        rebuild.text(chunk.text)
      },
    })
}

/** Plain text as html: a line is a paragraph. */
export function plainToHtml(text: string): string {
  return plainLetters(text)
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `<p>${escapeText(line)}</p>`)
    .join('')
}
