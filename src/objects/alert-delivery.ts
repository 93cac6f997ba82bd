import type { Delivery } from '../deliveries/delivery.ts'
import type { PublisherFace } from '../feeds/snapshot.ts'
import type { MachineVersion } from '../statements/machine-version.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import type { Statement } from '../statements/statement.ts'
import type { Alert, AlsoAt } from '../watches/alert.ts'
import type { AlertNote } from './alert-store.ts'
import type { AlertErrand } from './alerting.ts'
import type { PublisherState } from './publisher-state.ts'
import type { Shell } from './statement-store.ts'

/** Where an alert's parts are kept. */
interface Kept {
  readonly face: PublisherFace
  readonly state: PublisherState
}

/** The delivery that an errand of the outbox stands for. */
export function alertDelivery(errand: AlertErrand, world: Kept): Delivery {
  const alert = loadAlert(errand, world)
  return { id: errand.delivery, endpoint: errand.endpoint, message: { kind: 'alert', alert } }
}

/** An alert speaks of the wording that it was made for, whatever was edited since. */
function loadAlert(errand: AlertErrand, { state, face }: Kept): Alert {
  const note = state.alerts.load(errand.number, errand.watch, errand.alert)
  if (note === undefined) throw new Error(`alert ${errand.alert} is owed but not kept`)
  const partner =
    note.partner === null
      ? null
      : {
          statement: wordingOf(state, note.partner.number, note.partner.revision),
          matches: note.partner.matches,
        }
  const before =
    note.change === 'revised'
      ? state.statements.wordings.at(note.number, note.revision - 1)
      : undefined
  const machine = note.machine === undefined ? undefined : state.machine.load(note.machine.hash)
  const kind =
    note.change === 'revised'
      ? state.statements.wordings.at(note.number, note.revision)?.class
      : undefined
  const shell = state.statements.loadShell(note.number)
  const also = alsoAt(note, shell, { state, face })
  const trust = state.orders()?.publisher?.trust
  return {
    id: note.id,
    change: note.change,
    at: note.at,
    watch: note.watch,
    publisher: face,
    statement: wordingOf(state, note.number, note.revision, shell),
    matches: note.matches,
    translation: partner,
    // Gone with a bound, or with the operator's word: the statement is told of without it.
    ...(machine === undefined
      ? {}
      : { machine: { ...evidenceOf(machine), matches: note.machine?.matches ?? [] } }),
    ...(before === undefined ? {} : { previous: { title: before.title, text: before.text } }),
    ...(kind === undefined ? {} : { class: kind }),
    ...(also.length === 0 ? {} : { also }),
    ...(trust === undefined ? {} : { trust }),
    ...(note.change === 'appeared' ? { sketches: sketchesOf(note) } : {}),
  }
}

function evidenceOf({ language, title, text, provider, model }: MachineVersion) {
  return { language, title, text, provider, model }
}

/** Other places: those that the front told of before, and where this publisher published it again. */
function alsoAt(
  { republished = [] }: AlertNote,
  shell: Shell | undefined,
  { state, face }: Kept,
): readonly AlsoAt[] {
  const again = republished.flatMap((one): AlsoAt[] => {
    const shell = state.statements.loadShell(one)
    if (shell === undefined || shell.erased !== undefined) return []
    const { id, language, url } = shell
    return [{ publisher: face, statement: { id, language, url } }]
  })
  const told = (shell?.cluster ?? []).flatMap(({ id, name }): AlsoAt[] => {
    const publisher = parseStatementId(id)?.publisher
    if (shell === undefined || publisher === undefined || id === shell.id) return []
    if (again.some(({ statement }) => statement.id === id)) return []
    // The front keeps no addresses: our own page of it leads to the publisher's.
    return [
      {
        publisher: { id: publisher, name, site: '' },
        statement: { id, language: shell.language, url: '' },
      },
    ]
  })
  return [...again, ...told]
}

/** The texts that the alert shows, in brief. */
function sketchesOf({ sketch = '', partner }: AlertNote): string[] {
  return [sketch, partner?.sketch ?? ''].filter((one, at) => at === 0 || one !== '')
}

function wordingOf(
  { statements }: PublisherState,
  number: number,
  revision: number,
  shell = statements.loadShell(number),
): Statement {
  const wording = statements.wordings.at(number, revision)
  if (shell === undefined || shell.erased !== undefined || wording === undefined)
    throw new Error(`statement ${number} is not kept`)
  const { listedTitle: _, keys: _k, apart: _a, cluster: _c, erased: _e, ...statement } = shell
  const { title, text, html, contentHash, seen: updated } = wording
  return { ...statement, title, text, html, contentHash, updated, revision }
}
