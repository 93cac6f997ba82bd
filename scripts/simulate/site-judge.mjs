import { DAY, HOUR } from './site-life.mjs'
import { LISTINGS, numberIn } from './living-site.mjs'

const COPIES = new Set(['mirrors', 'alternating', 'stale'])

const plain = (text) => text.replace(/\s+/g, ' ').trim()

/** What Bayan told, held against the truth of the site's life. Each breach is one line of `faults`. */
export class Judge {
  faults = []
  short = 0
  completed = 0
  mirrored = 0
  told = new Map()
  notices = []
  #life
  #site
  #clock
  #baseline
  #wording = new Map()

  constructor(life, site, clock) {
    this.#life = life
    this.#site = site
    this.#clock = clock
  }

  #fault(kind, text) {
    const now = this.#clock()
    const weather =
      this.#site.weather(now) ??
      this.#life.weather.findLast(({ until }) => until <= now && until > now - 12 * HOUR)
    this.faults.push({
      kind,
      day: ((now - this.#life.statements[25].at) / DAY).toFixed(2),
      at: new Date(now).toISOString(),
      text,
      weather: weather?.what,
    })
  }

  /** Stood in the first good listing: nobody is to be told of it. */
  begin() {
    this.#baseline = new Set(this.#site.offered.keys())
  }

  get hasBegun() {
    return this.#baseline !== undefined
  }

  alert({ change, statement }, isReleased) {
    const n = numberIn(statement.url)
    const one = this.#life.statements[(n ?? 0) - 1]
    if (one === undefined)
      return this.#fault(
        'false',
        `${change} of what never was: ${statement.url} ${statement.title}`,
      )
    const said = this.told.get(n) ?? []
    said.push({ change, at: this.#clock() })
    this.told.set(n, said)
    switch (change) {
      case 'appeared':
        return this.#appeared(one, said, statement, isReleased)
      case 'revised':
        return this.#revised(one, statement)
      case 'withdrawn':
        if (!((one.gone ?? [])[0] <= this.#clock() && this.#clock() < one.gone[1] + HOUR))
          this.#fault('false-withdrawn', `${n}`)
        return
      case 'restored':
        if (one.gone === undefined || one.gone[1] > this.#clock())
          this.#fault('false-restored', `${n}`)
        // What was edited while it was gone comes with it.
        this.#wording.set(n, (this.#wording.get(n) ?? new Set()).add(this.#match(one, statement)))
        return
      default:
        this.#fault('false', `${change} of ${n}`)
    }
  }

  #appeared(one, said, statement, isReleased) {
    const { n } = one
    if (said.filter(({ change }) => change === 'appeared').length > 1)
      this.#fault('twice', `${n} ${statement.url}`)
    if (this.#baseline?.has(n) !== false)
      this.#fault('false-old', `${n} stood in the first listing`)
    else if (one.isOld && !isReleased) this.#fault('false-old', `${n} is of the archive`)
    if (said.some(({ change }) => change === 'revised'))
      this.#fault('order', `${n} appeared after its edit`)
    const at = this.#match(one, statement)
    if (at === -1 && this.#isShort(one, statement)) this.short += 1
    else if (at === -1)
      this.#fault(
        'other-text',
        `${n} appeared as ${JSON.stringify(statement.text.slice(0, 200))} title ${statement.title}`,
      )
    this.#wording.set(n, new Set([at]))
  }

  /**
   * Two copies of the site are shown, or were until lately: each wording may be told when it is first seen, and
   * what stays at the end once more; not at every look.
   */
  #isMirrored(n) {
    const now = this.#clock()
    const edits = this.told
      .get(n)
      .filter(({ change, at }) => change === 'revised' && at > now - 10 * DAY)
    return (
      edits.length <= 3 &&
      this.#life.weather.some(
        ({ what, from, until }) => COPIES.has(what) && from <= now && now < until + 8 * DAY,
      )
    )
  }

  /** What the list shows of a statement whose page could not be had: true, and little. */
  #isShort({ wordings }, { text }) {
    const { isPaged } = LISTINGS[this.#life.kind]
    const start = plain(text).replace(/\.\.\.$/, '')
    return (
      isPaged &&
      start.length <= 80 &&
      wordings.some(({ paragraphs }) => paragraphs[0].startsWith(start))
    )
  }

  /** Which wording was told; -1 for none that ever was. */
  #match({ n, wordings }, { title, text }) {
    const isSame = (one) =>
      plain(one.title) === plain(title) && plain(one.paragraphs.join(' ')) === plain(text)
    const shown = new Set((this.#site.worded.get(n) ?? []).map(({ wording }) => wording))
    const found = wordings.flatMap((one, at) => (isSame(one) ? [at] : []))
    return found.findLast((at) => shown.has(at)) ?? found.at(-1) ?? -1
  }

  #revised(one, statement) {
    const { n, wordings } = one
    const at = this.#match(one, statement)
    const before = this.#wording.get(n) ?? new Set()
    this.#wording.set(n, before)
    // Kept with the first listing as it was shown then.
    if (before.size === 0 && this.#baseline?.has(n) === true)
      before.add(this.#site.worded.get(n)?.[0]?.wording ?? 0)
    if (at === -1)
      return this.#fault(
        'other-text',
        `${n} revised to ${JSON.stringify(statement.text.slice(-160))} title ${statement.title}`,
      )
    // Told first with what the list shows, or by this: the text came when its page could be had.
    if (before.size === 0 || before.has(-1)) {
      this.completed += 1
      before.delete(-1)
      before.add(at)
      return
    }
    const isFirst = before.has(at) || (at === 0 && before.size > 0)
    before.add(at)
    if (isFirst && this.#isMirrored(n)) {
      this.mirrored += 1
      return
    }
    if (isFirst && wordings[at]?.edit !== 'reverted')
      this.#fault(
        'false-revised',
        `${n} is told of wording ${at} again, shown ${(this.#site.worded.get(n) ?? []).slice(-4).map((one) => `${one.wording} ${new Date(one.at).toISOString().slice(5, 16)}`)}, told ${(this.told.get(n) ?? []).slice(-4).map((one) => `${one.change} ${new Date(one.at).toISOString().slice(5, 16)}`)}, revision ${statement.revision}`,
      )
  }

  notice(notice) {
    this.notices.push({ at: this.#clock(), state: notice.state, reason: notice.reason.en })
  }

  /** Every wording that was kept, told or not, is one that the site had. */
  kept(statement, wordings) {
    const n = numberIn(statement.url)
    const one = this.#life.statements[(n ?? 0) - 1]
    for (const { title, text, at } of wordings) {
      const isSome = one !== undefined && this.#isShort(one, { text })
      if (one === undefined || (this.#match(one, { title, text }) === -1 && !isSome))
        this.faults.push({ kind: 'kept-text', at, text: `${n} ${title}: ${text.slice(-100)}` })
    }
  }

  /** At the end: what was shown long enough and never told. */
  close() {
    const end = this.#clock()
    for (const [n, at] of this.#site.offered) {
      const one = this.#life.statements[n - 1]
      if (this.#baseline.has(n) || at > end - 2 * DAY) continue
      const said = this.told.get(n) ?? []
      if (!one.isOld && !said.some(({ change }) => ['appeared', 'revised'].includes(change)))
        this.#fault(
          'lost',
          `${n} was shown on ${new Date(at).toISOString()} ${one.wordings[0].title}`,
        )
    }
    this.#closeEdits(end)
    this.#closeStates(end)
    return this
  }

  #closeEdits(end) {
    const { isPaged } = LISTINGS[this.#life.kind]
    for (const [n, shown] of this.#site.worded) {
      const one = this.#life.statements[n - 1]
      if (isPaged || one.isOld) continue
      const last = shown.at(-1)
      if (shown.length < 2 || last.wording === 0 || last.at > end - 2 * DAY) continue
      if (
        !this.#wording.get(n)?.has(last.wording) &&
        one.wordings[last.wording].edit !== 'reverted'
      )
        this.#fault(
          'lost-edit',
          `${n} wording ${last.wording} shown at ${new Date(last.at).toISOString()}, told ${[...(this.#wording.get(n) ?? [])].join()}`,
        )
    }
  }

  /** Each bad weather that lasted is told once, and its end; nothing else is. */
  #closeStates(end) {
    const { weather } = this.#life
    const left = this.notices.filter(({ state }) => state !== 'flood')
    for (const spell of weather) {
      const within = left.filter(({ at }) => at >= spell.from && at < spell.until)
      const bad = within.filter(({ state }) => state !== 'ok' && state !== 'late')
      const wrong = bad.filter(({ state }) => state !== spell.state)
      if (wrong.length > 0) this.#state('wrong-state', spell, wrong)
      if (bad.length > 1) this.#state('flaps', spell, bad)
      const isLong = spell.until - spell.from > (spell.what === 'robots' ? 36 : 3.5) * HOUR
      if (spell.state !== null && isLong && bad.length === 0) this.#state('untold', spell, within)
      if (bad.length === 0 || spell.until > end - 2 * DAY) continue
      const good = left.find(
        ({ at, state }) => at >= spell.until && (state === 'ok' || state === 'late'),
      )
      const limit = spell.state === 'blocked' && spell.what === 'robots' ? 27 * HOUR : 7 * HOUR
      if (good === undefined || good.at > spell.until + limit)
        this.#state('no-recovery', spell, good === undefined ? [] : [good])
    }
    for (const notice of left) {
      const isIll = weather.some(({ from, until }) => from <= notice.at && notice.at < until)
      if (notice.state === 'late') this.#late(notice)
      else if (notice.state !== 'ok' && !isIll && notice.isTurn !== true)
        this.faults.push({
          kind: 'false-state',
          at: new Date(notice.at).toISOString(),
          text: `${notice.state}: ${notice.reason}`,
        })
    }
  }

  #late({ at }) {
    const newest = this.#life.statements.findLast(
      (one) => !one.isOld && this.#site.offered.get(one.n) <= at,
    )
    const silent = (at - (newest?.at ?? 0)) / DAY
    if (silent < 1.9)
      this.faults.push({
        kind: 'false-late',
        at: new Date(at).toISOString(),
        text: `silent for ${silent.toFixed(1)} days only`,
      })
  }

  #state(kind, { what, from, until, state }, notices) {
    this.faults.push({
      kind,
      at: new Date(from).toISOString(),
      text: `${what} for ${((until - from) / HOUR).toFixed(1)} h should be ${state}: ${notices.map((one) => `${one.state} +${((one.at - from) / HOUR).toFixed(1)} h (${one.reason.slice(0, 90)})`).join('; ')}`,
    })
  }
}
