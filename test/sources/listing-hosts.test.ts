import { expect, it } from 'vitest'
import { familiarHosts, hostsAfter, refuseForeign } from '../../src/sources/listing-hosts.ts'

const news = (host: string, count = 4) =>
  Array.from({ length: count }, (_, n) => `https://${host}/${n}`)

it.each([
  {
    because: 'it leads where it led',
    hosts: ['s.example'],
    to: news('s.example'),
    known: 0,
    refused: false,
  },
  {
    because: 'www and the sub-domain are the site',
    hosts: ['s.example'],
    to: [...news('www.s.example', 2), ...news('en.s.example', 2)],
    known: 0,
    refused: false,
  },
  {
    because: 'all of it leads to strangers',
    hosts: ['s.example'],
    to: news('x.example'),
    known: 0,
    refused: true,
  },
  {
    because: 'a name that only ends alike is a stranger',
    hosts: ['s.example'],
    to: news('evils.example'),
    known: 0,
    refused: true,
  },
  {
    because: 'four of twenty are reports elsewhere',
    hosts: ['s.example'],
    to: news('x.example'),
    known: 16,
    refused: false,
  },
  {
    because: 'two prove nothing',
    hosts: ['s.example'],
    to: news('x.example', 2),
    known: 0,
    refused: false,
  },
  { because: 'nothing is known yet', hosts: [], to: news('x.example'), known: 0, refused: false },
])('$refused: $because', ({ hosts, to, known, refused }) => {
  expect(refuseForeign(to, known, hosts) !== undefined).toBe(refused)
})

it('counts what the operator names as familiar', () => {
  expect(familiarHosts(['s.example'], ['https://www.new.example/feed'])).toEqual([
    's.example',
    'new.example',
  ])
})

it('trusts every host of a list that gathers what others publish', () => {
  const many = hostsAfter(
    [],
    Array.from({ length: 30 }, (_, n) => `https://site-${n}.example/1`),
  )
  expect(many.length).toBeLessThan(10)
  expect(familiarHosts(many, ['https://planet.example/'])).toEqual([])
})

it('keeps the same list where nothing is new: the row need not grow', () => {
  const hosts = ['s.example']
  expect(hostsAfter(hosts, news('www.s.example'))).toBe(hosts)
})

it('remembers no host that is longer than names can be', () => {
  const long = `${'a'.repeat(3_000)}.example`
  expect(hostsAfter(['s.example'], [`https://${long}/1`, 'https://t.example/2'])).toEqual([
    's.example',
    't.example',
  ])
})
