import { PublisherRuns } from '../../src/objects/publisher-runs.ts'
import { PublisherState } from '../../src/objects/publisher-state.ts'
import { readAnew } from '../../src/objects/read-anew.ts'
import { settleFlood } from '../../src/objects/settle-flood.ts'
import { Published } from '../../src/platform/published.ts'
import { MemoryKv } from '../../test/objects/memory-kv.ts'
import { NodeSql } from '../../test/objects/node-sql.ts'
import { chance } from '../crash/chance.mjs'
import { LISTINGS, LivingSite, numberIn, selectorsFor } from './living-site.mjs'
import { DAY, HOUR, START, lifeOf } from './site-life.mjs'
import { Judge } from './site-judge.mjs'

const WATCH = {
  id: 'all',
  name: 'all',
  query:
    'المجلس OR الهيئة OR مكتب OR لجنة OR الناطق OR وفد OR دائرة OR نقابة OR غرفة OR اتحاد OR "the" OR مجلس',
  publishers: [],
  languages: [],
  changes: ['appeared', 'revised', 'withdrawn', 'restored'],
  endpoints: ['desk'],
  public: false,
}

const KINDS = {
  feed: 'feed',
  excerpts: 'feed',
  wordpress: 'wordpress',
  html: 'html',
  structure: 'html',
}

/** Compiled watches are kept once a process under their version. */
const WATCHES = 'site.years'

/**
 * One publisher's object, as it is save for the platform, through the life of one site: its alarm rings
 * when it set it, its requests end at the site, and what it tells goes to a judge who knows the truth.
 */
export class Lived {
  now = START
  #life
  #draw
  #runs
  #alarm = START
  #sql = new NodeSql()
  #kv = new MemoryKv()
  #mends = []
  #version = 1
  #ordered
  #released = new Set()

  /** @param stop days after which to stop: a life of other days is another life */
  constructor(seed, { kind, days, stop = days, plan = 'free' }) {
    this.#life = { ...lifeOf(seed, { kind, days }), end: START + stop * DAY }
    const clock = () => this.now
    this.site = new LivingSite(this.#life, clock)
    this.judge = new Judge(this.#life, this.site, clock)
    this.#draw = chance(seed + 5)
    this.state = new PublisherState(this.#sql.sql)
    this.state.watches.save(WATCHES, [JSON.stringify([WATCH])])
    const env = {
      BASE_URL: 'https://bayan.example',
      PLAN: plan,
      ALLOW_PRIVATE_NETWORK: 'false',
      TRANSLATOR: { getByName: () => ({ offer: async () => undefined }) },
    }
    this.#runs = new PublisherRuns({
      env,
      state: this.state,
      storage: {
        transactionSync: (work) => this.#transact(work),
        setAlarm: async (at) => void (this.#alarm = at),
        deleteAlarm: async () => void (this.#alarm = Infinity),
      },
      wire: {
        fetch: async (url, init) => this.#fetch(url, init),
        ringAfter: () => 0,
        silence: () => undefined,
      },
      neighbours: () => this.#neighbours(),
      turn: () => Promise.reject(new Error('nobody shares a host here')),
      clock,
    })
    this.#order()
  }

  #transact(work) {
    let result
    this.#sql.transact(() => {
      result = work()
    })
    return result
  }

  /** What the operator's settings depend on, as the site is now. */
  #needed() {
    const isNew = this.#life.kind === 'html' && this.site.has('redesign')
    return `${this.site.address} ${isNew}`
  }

  #order() {
    this.#ordered = this.#needed()
    const { kind, seed } = this.#life
    const source = {
      id: 'wadi-ar',
      language: 'ar',
      url: this.site.address,
      kind: KINDS[kind],
      interval: [300, 900, 1800][seed % 3],
      paused: false,
      ...(kind === 'html' ? { selectors: selectorsFor(this.site.has('redesign')) } : {}),
    }
    const publisher = {
      id: 'wadi',
      name: { ar: 'مجلس الوادي', en: 'Valley Council' },
      site: 'http://wadi.example/',
      paused: false,
      sources: [source],
    }
    const known = this.state.orders()
    this.#transact(() => {
      this.state.saveOrders({
        version: (this.#version += 1),
        authority: 'bayan.example,2026-01-01',
        publisher,
        watchVersion: WATCHES,
      })
      if (readAnew(known?.publisher, publisher, this.state, this.day)) this.#runs.hosts.forget()
    })
    this.#alarm = this.now
  }

  get day() {
    return new Date(this.now).toISOString().slice(0, 10)
  }

  #fetch(url, { headers }) {
    const { status, headers: said, bytes } = this.site.answer(new URL(url), headers)
    return {
      status,
      headers: new Headers(said),
      body: bytes === undefined ? null : new Blob([bytes]).stream(),
    }
  }

  #neighbours() {
    return {
      published: new Published(this.#kv.kv),
      deliver: async (endpoint, deliveries) => {
        if (endpoint !== 'desk') return
        for (const { message } of deliveries)
          if (message.kind === 'alert')
            this.judge.alert(
              message.alert,
              this.#released.has(numberIn(message.alert.statement.url)),
            )
      },
      hub: async () => undefined,
      front: async () => 0,
      note: async (notices) => {
        for (const notice of notices) this.#heed(notice)
      },
      forget: async () => undefined,
    }
  }

  /** What an operator does about a notice, some hours later. */
  #heed(notice) {
    const isAnew = this.#ordered !== this.#needed()
    const isTurn = notice.state === 'changed-layout' && isAnew
    this.judge.notice(notice)
    this.judge.notices.at(-1).isTurn = isTurn
    const at = this.now + (1 + this.#draw() * 30) * HOUR
    if (notice.state === 'flood') this.#mends.push({ at, mend: () => this.#settle() })
    if (isTurn) this.#mends.push({ at, mend: () => this.#order() })
  }

  /** Lets go what an archive brought, and sends what is news. */
  #settle() {
    for (const { number, fresh, listed, at } of this.state.floods.list()) {
      const held = this.#sql.sql
        .all('SELECT value FROM held WHERE flood = ?', number)
        .map(({ value }) => JSON.parse(value))
      const urls = held.map(
        (errand) => this.state.statements.load(errand.number)?.statement.url ?? '',
      )
      const isNews = urls.some(
        (url) => this.#life.statements[(numberIn(url) ?? 0) - 1]?.isOld !== true,
      )
      this.floods.push({
        at,
        fresh,
        listed,
        isNews,
        weather: this.#life.weather.findLast(({ from }) => from <= Date.parse(at))?.what,
      })
      for (const url of urls) this.#released.add(numberIn(url))
      this.#transact(() => settleFlood(number, isNews ? 'released' : 'dismissed', this.state))
    }
    this.#alarm = Math.min(this.#alarm, this.now)
  }

  floods = []
  kvDays = []

  /** Lives to the end of the site's life. */
  async live() {
    const { end } = this.#life
    let day = this.day
    let written = 0
    while (Math.min(this.#alarm, end) < end) {
      const mend = this.#mends.find(({ at }) => at <= this.#alarm)
      this.now = Math.max(this.now, mend?.at ?? this.#alarm)
      if (mend !== undefined) {
        this.#mends.splice(this.#mends.indexOf(mend), 1)
        mend.mend()
      }
      this.#alarm = Infinity
      await this.#runs.alarm()
      if (!this.judge.hasBegun && this.site.offered.size > 0) this.judge.begin()
      if (this.day !== day) {
        day = this.day
        const sum = Object.values(this.#kv.writes).reduce((all, one) => all + one, 0)
        this.kvDays.push(sum - written)
        written = sum
      }
    }
    this.now = end
    this.#showKept()
    this.judge.close()
    return this.#figures()
  }

  #showKept() {
    const { statements } = this.state
    for (let n = statements.numberAfter(0); n !== undefined; n = statements.numberAfter(n))
      this.judge.kept(statements.load(n).statement, statements.wordings.all(n))
  }

  #figures() {
    const { requests, offered } = this.site
    const hours = new Map()
    for (const { at } of requests)
      hours.set(Math.floor(at / HOUR), (hours.get(Math.floor(at / HOUR)) ?? 0) + 1)
    const told = [...this.judge.told.values()].flat()
    const count = (kind) => told.filter(({ change }) => change === kind).length
    return {
      offered: offered.size,
      appeared: count('appeared'),
      revised: count('revised'),
      withdrawn: count('withdrawn'),
      restored: count('restored'),
      requests: requests.length,
      busiestHour: Math.max(...hours.values()),
      kvBusiestDay: Math.max(0, ...this.kvDays),
      kvDay: this.kvDays.reduce((all, one) => all + one, 0) / Math.max(1, this.kvDays.length),
      rows: Object.values(this.#sql.written).reduce((all, one) => all + one, 0),
      floods: this.floods,
      short: this.judge.short,
      completed: this.judge.completed,
      mirrored: this.judge.mirrored,
      faults: this.judge.faults,
      notices: this.judge.notices.length,
    }
  }
}

/** Lives one life by a clock of its own: what is called now is the simulated moment. */
export async function live(seed, options) {
  const lived = new Lived(seed, options)
  const { Date: RealDate } = globalThis
  const { random } = Math
  const draw = chance(seed + 9)
  Math.random = draw
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(lived.now)
      else super(...given)
    }

    static now() {
      return lived.now
    }
  }
  try {
    return await lived.live()
  } finally {
    globalThis.Date = RealDate
    Math.random = random
  }
}

export { DAY, LISTINGS }
