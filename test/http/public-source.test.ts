import { describe, expect, it } from 'vitest'
import { publicSource, withoutQueryValues } from '../../src/http/public-source.ts'
import { sourceReport } from '../pages/page-sample.ts'

describe('addresses for everybody', () => {
  it.each([
    { because: 'most have none', text: 'https://pier.test/feed', shown: 'https://pier.test/feed' },
    {
      because: 'a token is a value, its name none',
      text: 'https://pier.test/feed?key=s3cret&page=2',
      shown: 'https://pier.test/feed?key=\u2026&page=\u2026',
    },
    {
      because: 'a query may be a token alone',
      text: 'https://pier.test/feed?s3cret#top',
      shown: 'https://pier.test/feed?\u2026#top',
    },
    {
      because: 'addresses stand in sentences',
      text: 'wordpress http://pier.test/a?t=s3cret=== has been broken (see http://pier.test/b?s3cret), and http://pier.test/c?d= too?',
      shown:
        'wordpress http://pier.test/a?t=\u2026 has been broken (see http://pier.test/b?\u2026 and http://pier.test/c?d=\u2026 too?',
    },
    { because: 'a question is none', text: 'What? Why?', shown: 'What? Why?' },
  ])('lose the values of their queries: $because', ({ text, shown }) => {
    expect(withoutQueryValues(text)).toBe(shown)
  })

  it('of a source, wherever one stands', () => {
    const whole = sourceReport({
      url: 'https://pier.test/feed?key=s3cret',
      detail: 'https://pier.test/feed?key=s3cret answers 500.',
      detail_ar: 'أجاب https://pier.test/feed?key=s3cret برمز 500.',
      words: {
        en: 'Moved to https://pier.test/f?key=s3cret',
        ar: 'انتقل إلى https://pier.test/f?s3cret',
      },
      notes: ['feed https://pier.test/feed?key=s3cret: empty'],
    })
    expect(JSON.stringify(publicSource(whole))).not.toContain('s3cret')
    expect(publicSource(sourceReport())).toEqual(sourceReport())
  })
})
