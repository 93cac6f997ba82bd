import { recheckDue } from '../sources/recheck.ts'
import type { Source } from '../sources/source.ts'
import { keep } from './publisher-keep.ts'
import type { PublisherState } from './publisher-state.ts'
import type { RoundWorld } from './round-world.ts'
import { sightAgain, sightWanted } from './sight.ts'
import { sightWorld } from './sight-world.ts'

/** What is put off for longer is put off in its rows, which no other page has to wait for. */
const LONG_MS = 60_000

type Recheck = ReturnType<PublisherState['rechecks']['due']>[number]

/**
 * Reads pages left over by earlier rounds, and pages whose time to be looked at again has come.
 * @returns until when their host is not to be asked, ms since 1970; 0 where it could be
 */
export async function readPages(source: Source, world: RoundWorld): Promise<number> {
  const { state } = world
  const now = world.clock()
  const wanted = state.wanted.due(source.id, now, world.pages)
  const due = wanted.length > 0 ? [] : state.rechecks.due(source.id, now, world.pages)
  const address = wanted[0]?.url ?? addressOf(due[0], state)
  const held = address === undefined ? 0 : await world.hosts.take(address)
  if (held > now + LONG_MS) {
    holdPages(source.id, held, state)
    return 0
  }
  if (held > 0) return held
  if (wanted.length > 0) {
    const sights = await sightWanted(wanted, sightWorld(source, world))
    await keep({ source, sights, state: state.source(source.id) }, world)
  }
  if (due.length > 0) await lookAgain(source, due, world)
  return 0
}

async function lookAgain(
  source: Source,
  due: readonly Recheck[],
  world: RoundWorld,
): Promise<void> {
  const { state } = world
  const numbers = due.map(({ number }) => number)
  const sights = await sightAgain(numbers, sightWorld(source, world))
  const also = () => {
    for (const one of due) {
      if (sights.notBefore === 0) moveRecheck(source, one, state)
    }
    holdPages(source.id, sights.notBefore, state)
  }
  await keep({ source, sights, state: state.source(source.id), also }, world)
}

function addressOf(one: Recheck | undefined, { statements }: PublisherState): string | undefined {
  return one === undefined ? undefined : statements.load(one.number)?.statement.url
}

/** A site that asks for a pause means its pages as well as its listing. */
export function holdPages(
  source: string,
  until: number,
  { wanted, rechecks }: PublisherState,
): void {
  if (until === 0) return
  wanted.hold(source, until)
  rechecks.hold(source, until)
}

function moveRecheck(source: Source, one: Recheck, state: PublisherState): void {
  state.rechecks.remove(one.due, one.number)
  const firstSeen = state.statements.load(one.number)?.statement.firstSeen
  const next = firstSeen === undefined ? undefined : recheckDue(Date.parse(firstSeen), one.step + 1)
  if (next !== undefined) state.rechecks.add(next, source.id, one.number, one.step + 1)
}
