import { describe, expect, it } from 'vitest'
import { type Item, SOURCE, SimulatedPublisher, feedPage } from './simulated-publisher.ts'

const TEXT =
  'يؤكد مجلس النهر أن القذائف التي سقطت على مطحنة التل صباح الخميس جاءت من المرتفعات شرقي الوادي حيث تتمركز الحامية منذ الربيع. ' +
  'قتل في الهجوم 3 أشخاص وجرح 14 معظمهم نساء كن ينتظرن الخبز قرب الجسر. ' +
  'ويدعو المجلس الدول الضامنة إلى إرسال مراقبين إلى المعبر ونشر ما يرونه هناك وإبقاء طريق المشفى مفتوحا لكل من يحتاج إليه.'

const item = (slug: string, text = TEXT, title = 'بيان حول قصف مطحنة التل'): Item => ({
  slug,
  title,
  text,
  date: '2026-01-05T08:00:00Z',
})
const first: Item = { slug: 'first', title: 'بيان أول', text: 'نص عن الميناء.' }

/** The slugs of what was told, of listings that were polled one after the other. */
async function told(...listings: (readonly Item[])[]): Promise<string[]> {
  const world = new SimulatedPublisher()
  world.pages.set(SOURCE.url, feedPage([first]))
  await world.poll()
  for (const items of listings) {
    world.pages.set(SOURCE.url, feedPage([...items, first]))
    await world.poll()
    await world.pass(3_600_000)
  }
  return world.deliveries.flatMap(({ endpoint, message }) =>
    endpoint === 'desk' && message.kind === 'alert'
      ? [`${message.alert.change} ${message.alert.statement.url.split('/').at(-1)}`]
      : [],
  )
}

const denied = TEXT.replace('قتل في الهجوم 3 أشخاص', 'لم يقتل في الهجوم 3 أشخاص')
const counted = TEXT.replace('3 أشخاص وجرح 14', '14 شخصا وجرح 3')

describe('a text that its publisher puts out again at a new address', () => {
  it.each([
    [TEXT.replace('معظمهم', 'أغلبهم'), 'a word was mended'],
    [`الخميس 5 كانون الثاني 2026\n${TEXT}`, 'a date was put before it'],
  ])('joins its first alert: %#, since %s', async (text) => {
    const copy = item('copy', text)
    expect(await told([item('a')], [copy, item('a')])).toEqual(['appeared a'])
    expect(await told([copy, item('a')])).toHaveLength(1)
  })

  it.each([
    [denied, 'it denies what was said'],
    [counted, 'the numbers changed places'],
    [TEXT.replace('وجرح 14', 'وجرح 19'), 'one number is another'],
  ])('is a correction, and told: %#, since %s', async (text) => {
    const correction = item('correction', text)
    expect(await told([item('a')], [correction, item('a')])).toEqual([
      'appeared a',
      'appeared correction',
    ])
    expect(await told([correction, item('a')])).toHaveLength(2)
  })

  it('joins the correction that it repeats', async () => {
    const [a, b, c] = [item('a'), item('b', denied), item('c', denied.replace('معظمهم', 'أغلبهم'))]
    expect(await told([a], [b, a], [c, b, a])).toEqual(['appeared a', 'appeared b'])
  })

  it('joins the edit that it repeats', async () => {
    const [a, edited, copy] = [item('a'), item('a', denied), item('b', `${denied} `)]
    expect(await told([a], [edited], [copy, edited])).toEqual(['appeared a', 'revised a'])
  })
})
