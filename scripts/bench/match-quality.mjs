/**
 * How well watches are answered, on the frozen cases of `test/watches/cases`, beside what others do
 * with the same queries: our parser reads them, and a peer only decides whether a word or phrase is
 * in a text. NEAR is AND for a peer, `~1` the word itself, `*` and fields are left to it as they
 * are: so the groups that are about words tell most.
 */
export const matchQuality = {
  name: 'match-quality',
  unit: '%',
  goal: { atLeast: 97 },
  async measure() {
    const { disputedCases, frozenCases, scoreOf } =
      await import('../../test/watches/frozen-cases.ts')
    const { ours, peers } = await import('./match-peers.mjs')
    const disputed = disputedCases()
    const systems = { ours, ...peers }
    const groups = new Map()
    for (const which of ['open', 'held-back']) {
      for (const [group, cases] of frozenCases(which)) {
        const before = groups.get(group) ?? []
        groups.set(group, [...before, ...cases.filter(({ id }) => !disputed.has(id))])
      }
    }
    const all = [...groups.values()].flat()
    const scores = (cases) =>
      Object.values(systems).map((answer) => shown(scoreOf(cases, answer)).padStart(22))
    const lines = [...groups, ['all', all]].map(
      ([group, cases]) =>
        `  ${group.padEnd(22)}${String(cases.length).padStart(4)}${scores(cases).join('')}`,
    )
    const head = `  ${'precision recall F1'.padEnd(22)}    ${Object.keys(systems)
      .map((name) => name.padStart(22))
      .join('')}`
    const { right, exact, truePositives } = scoreOf(all, ours)
    const detail = `right of ${all.length} frozen cases, a third of them held back; highlights exact in ${exact} of ${truePositives}\n${[head, ...lines].join('\n')}`
    return { values: [(100 * right) / all.length], detail }
  },
}

function shown({ truePositives, falsePositives, falseNegatives }) {
  const precision = share(truePositives, truePositives + falsePositives)
  const recall = share(truePositives, truePositives + falseNegatives)
  const f1 = share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives)
  return [precision, recall, f1].map((value) => value.padStart(6)).join('')
}

function share(part, whole) {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)
}
