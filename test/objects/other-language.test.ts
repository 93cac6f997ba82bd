import { describe, expect, it } from 'vitest'
import { reportOf } from '../../src/objects/publisher-report.ts'
import { SourceTable } from '../../src/pages/source-table.tsx'
import { needsLook } from '../../src/pages/needs-look.ts'
import { rendered } from '../pages/page-sample.ts'
import {
  ENGLISH_SOURCE,
  PUBLISHER,
  type Page,
  SimulatedPublisher,
  feedPage,
} from './simulated-publisher.ts'

const ARABIC = 'يعلن مجلس النهر أن ترميم الجسر القديم انتهى اليوم، ويشكر كل من عمل فيه.'
const ENGLISH = 'The River Council says that the old bridge has been mended, and thanks all.'

/** A source declared English, in whose feed the given texts stand. */
async function following(...texts: readonly string[]) {
  const world = new SimulatedPublisher({ ...PUBLISHER, sources: [ENGLISH_SOURCE] })
  world.pages.set(ENGLISH_SOURCE.url, feed(texts))
  await world.poll(ENGLISH_SOURCE)
  const report = () => reportOf(world.state, new Date(world.now)).sources[0]
  return { world, report }
}

function feed(texts: readonly string[]): Page {
  return feedPage(texts.map((text, at) => ({ slug: `en/${at}`, title: text, text })))
}

describe('a source that never publishes in its declared language', () => {
  it('says so in its state, in both languages, and is no alarm', async () => {
    const { world, report } = await following(ARABIC, `${ARABIC} ١`, `${ARABIC} ٢`)
    const source = report()
    expect(source?.state).toBe('ok')
    expect(source?.words?.en).toMatch(/declared English, and all 3 statements .* are Arabic/)
    expect(source?.words?.ar).toContain('لغة المصدر المعلنة الإنكليزية')
    expect(source?.notes.join(' ')).toContain('Set its language to Arabic')
    expect(source?.notes_ar.join(' ')).toContain('اجعل لغته العربية')
    expect(needsLook(source?.state ?? 'unknown'), 'nobody is woken').toBe(false)
    expect(world.notices).toEqual([])
  })

  it('is shown on the page of states', async () => {
    const { world, report } = await following(ARABIC, `${ARABIC} ١`, `${ARABIC} ٢`)
    const source = report()
    if (source === undefined) throw new Error('there is no source')
    const page = await rendered(
      SourceTable({ sources: [source], lang: 'ar', now: new Date(world.now) }),
    )
    expect(page).toContain('لغة المصدر المعلنة')
  })

  it.each([
    { because: 'two texts may be quotations', texts: [ARABIC, `${ARABIC} ١`] },
    { because: 'it mixes', texts: [ARABIC, `${ARABIC} ١`, `${ARABIC} ٢`, ENGLISH] },
    { because: 'it is as declared', texts: [ENGLISH, `${ENGLISH} 1`, `${ENGLISH} 2`] },
  ])('is not said: $because', async ({ texts }) => {
    const { report } = await following(...texts)
    expect(report()?.state).toBe('ok')
    expect(report()?.words).toBeNull()
  })

  it('is unsaid with the first statement in that language', async () => {
    const { world, report } = await following(ARABIC, `${ARABIC} ١`, `${ARABIC} ٢`)
    const texts = [ARABIC, `${ARABIC} ١`, `${ARABIC} ٢`, ENGLISH]
    world.pages.set(ENGLISH_SOURCE.url, feed(texts))
    await world.pass(3_600_000)
    await world.poll(ENGLISH_SOURCE)
    expect(report()?.words).toBeNull()
  })

  it('is not known of a source that an earlier version kept', async () => {
    const { world, report } = await following(ARABIC, `${ARABIC} ١`, `${ARABIC} ٢`)
    const { written: _, ...earlier } = world.state.source(ENGLISH_SOURCE.id)
    const value = JSON.stringify({
      state: earlier,
      spent: { day: '', kvWrites: 0, rowsWritten: 0 },
    })
    world.sql.sql.run('UPDATE sources SET value = ?', value)
    world.state.forget()
    expect(report()?.words).toBeNull()
  })
})
