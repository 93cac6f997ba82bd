import { describe, expect, it } from 'vitest'
import { type AiBinding, workersAi } from '../../src/platform/workers-ai.ts'
import { TRANSLATION_MODEL } from '../../src/statements/translator.ts'
import { translateStatement } from '../../src/statements/translate-statement.ts'
import { pretended } from './libretranslate-server.ts'

/** Cloudflare's binding in the shape that it documents. The real one cannot run here. */
class PretendedAi implements AiBinding {
  readonly asked: { model: string; input: Record<string, unknown> }[] = []
  run(model: string, input: Record<string, unknown>): Promise<unknown> {
    this.asked.push({ model, input })
    if (model !== TRANSLATION_MODEL) return Promise.resolve({ response: 'the council' })
    const { text, target_lang: target } = input
    return Promise.resolve({ translated_text: pretended(String(text), String(target)) })
  }
}

function failing(message: string): AiBinding {
  return { run: () => Promise.reject(new Error(message)) }
}

describe('Workers AI', () => {
  it('is asked with the text, the two languages and the model', async () => {
    const ai = new PretendedAi()
    const answer = await workersAi(ai, TRANSLATION_MODEL).translate('أعلن المجلس', 'ar', 'en')
    expect(answer).toEqual({ kind: 'text', text: 'the council' })
    expect(ai.asked).toEqual([
      {
        model: TRANSLATION_MODEL,
        input: { text: 'أعلن المجلس', source_lang: 'ar', target_lang: 'en' },
      },
    ])
  })

  it('is asked paragraph by paragraph, and long ones sentence by sentence', async () => {
    const ai = new PretendedAi()
    const sentence = 'أعلن المجلس فتح الجسر القديم أمام الناس في المدينة كلها. '
    const text = `${sentence.repeat(30).trim()}\n${sentence.trim()}`
    const asking = { title: 'بيان', text, from: 'ar', to: 'en' } as const
    const made = await translateStatement(asking, workersAi(ai, TRANSLATION_MODEL))
    if (made.kind !== 'translated') throw new Error(made.reason)
    expect(made.text.split('\n')).toHaveLength(2)
    expect(made.truncated).toBe(false)
    const lengths = ai.asked.map(({ input }) => String(input['text']).length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(700)
    const ends = ai.asked.slice(1).map(({ input }) => String(input['text']).at(-1))
    expect(new Set(ends), 'no sentence is cut in two').toEqual(new Set(['.']))
  })

  it('asks at most so often for one text, and says that it is the opening', async () => {
    const ai = new PretendedAi()
    const text = Array.from({ length: 200 }, (_, n) => `أعلن المجلس فتح الجسر رقم ${n}.`).join('\n')
    const asking = { title: 'بيان', text, from: 'ar', to: 'en' } as const
    const made = await translateStatement(asking, workersAi(ai, TRANSLATION_MODEL))
    expect(made).toMatchObject({ kind: 'translated', truncated: true })
    expect(ai.asked).toHaveLength(40)
    if (made.kind === 'translated') expect(made.text.split('\n')).toHaveLength(39)
  })

  it('may be a named model that takes messages, which is told to obey nobody', async () => {
    const ai = new PretendedAi()
    const model = '@cf/meta/llama-3.3-70b-instruct-fp8-fast'
    expect(await workersAi(ai, model).translate('بيان', 'ar', 'en')).toMatchObject({ kind: 'text' })
    const [asked] = ai.asked
    const messages = asked?.input['messages'] as { role: string; content: string }[]
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user'])
    expect(messages[1]?.content, 'the text stands alone').toBe('بيان')
  })

  it.each([
    {
      because: 'the day is used up',
      said: '3036: You have used up your daily free allocation',
      reason: 'spent',
    },
    { because: 'no machine is free', said: '3040: Capacity temporarily exceeded', reason: 'busy' },
    {
      because: 'the model is no model',
      said: '5007: No such model x or task',
      reason: 'no-service',
    },
    { because: 'it took too long', said: '3007: Request timeout', reason: 'timeout' },
    { because: 'the text is refused', said: '3006: Request is too large', reason: 'rejected' },
    { because: 'it broke', said: 'InferenceUpstreamError: 500', reason: 'server' },
  ])('fails as $reason where $because', async ({ said, reason }) => {
    const answer = await workersAi(failing(said), TRANSLATION_MODEL).translate('x', 'en', 'ar')
    expect(answer).toMatchObject({ kind: 'failed', reason })
  })

  it('fails by name where it is not bound, or answers in no known shape', async () => {
    const unbound = await workersAi(undefined, TRANSLATION_MODEL).translate('x', 'en', 'ar')
    expect(unbound).toMatchObject({ reason: 'not-bound' })
    const odd: AiBinding = { run: () => Promise.resolve({ request_id: '1' }) }
    expect(await workersAi(odd, TRANSLATION_MODEL).translate('x', 'en', 'ar')).toMatchObject({
      reason: 'shape',
    })
  })

  it('that repeats itself without end is not believed', async () => {
    const endless: AiBinding = {
      run: () => Promise.resolve({ translated_text: 'the bridge '.repeat(5_000) }),
    }
    const asking = { title: 'بيان', text: '', from: 'ar', to: 'en' } as const
    expect(await translateStatement(asking, workersAi(endless, TRANSLATION_MODEL))).toMatchObject({
      reason: 'shape',
    })
  })
})
