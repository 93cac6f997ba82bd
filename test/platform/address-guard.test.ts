import { describe, expect, it } from 'vitest'
import { FORBIDDEN_ADDRESSES } from './forbidden-addresses.ts'
import { detailWords } from '../../src/sources/detail-words.ts'
import { cpuClock } from '../cpu-clock.ts'
import { judgeAddress } from '../../src/platform/address-guard.ts'

const policy = { allowPrivate: false, ownHost: 'bayan.example' }
const judge = (address: string) => judgeAddress(address, policy).kind

describe('the address guard', () => {
  it.each([
    ['https://etilaf.org/feed/', 'a name on the Internet'],
    ['http://en.etilaf.org/press', 'plain http is what some sites have'],
    ['https://93.184.216.34/', 'a public IPv4 address'],
    ['https://[2606:4700::1111]/', 'a public IPv6 address'],
    ['https://etilaf.org:443/x', 'the port of the scheme'],
    ['https://172.32.0.1/', 'just outside 172.16.0.0/12'],
    ['https://11.0.0.1/', 'just outside 10.0.0.0/8'],
  ])('allows %s: %s', (address) => {
    expect(judge(address)).toBe('allowed')
  })

  it.each(FORBIDDEN_ADDRESSES)('refuses %s: %s', (address) => {
    expect(judge(address)).toBe('blocked')
  })

  it('asks webhooks for https', () => {
    const webhooks = { ...policy, httpsOnly: true }
    expect(judgeAddress('http://hooks.example.org/x', webhooks).kind).toBe('blocked')
    expect(judgeAddress('https://hooks.example.org/x', webhooks).kind).toBe('allowed')
  })

  it('lets a local run reach loopback, but never another scheme', () => {
    const local = { allowPrivate: true, ownHost: 'localhost' }
    expect(judgeAddress('http://127.0.0.1:8788/x', local).kind).toBe('allowed')
    expect(judgeAddress('data:text/html,x', local).kind).toBe('blocked')
  })

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fe80::a9fe:a9fe]/',
    'http://[fd00:ec2::254]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://100.100.100.200/',
    'http://metadata.google.internal/',
    'http://metadata/',
    'http://metadata.google.internal./',
  ])('asks no cloud for its secrets in a local run either: %s', (address) => {
    expect(judgeAddress(address, { allowPrivate: true, ownHost: 'localhost' }).kind).toBe('blocked')
  })

  it.each([
    'http://localhost:8788/x',
    'http://[::1]:8788/x',
    'http://10.0.0.7/x',
    'http://192.168.1.4:3000/x',
    'http://[fd12:3456::1]/x',
    'http://nas.local/feed',
    'https://news.example/feed',
  ])('lets a local run ask its own network: %s', (address) => {
    expect(judgeAddress(address, { allowPrivate: true, ownHost: 'localhost' }).kind).toBe('allowed')
  })

  it('takes no longer for a host of dots, which a redirect may name', () => {
    const spent = cpuClock()
    expect(judge(`https://a${'.'.repeat(60_000)}b.example/`)).toBe('allowed')
    expect(spent(), 'ms of CPU; three seconds before').toBeLessThan(300)
  })

  it.each([
    { address: 'localhost:8080/feed', why: ['no-address'], because: 'a host and its port' },
    { address: 'news.example:8080', why: ['no-address'], because: 'a host and its port' },
    { address: 'ftp://news.example/x', why: ['scheme', 'ftp'], because: 'another scheme' },
  ])('tells $because apart: $address', ({ address, why }) => {
    expect(judgeAddress(address, policy)).toEqual({ kind: 'blocked', why })
  })

  it('says why, in words for the operator', () => {
    const verdict = judgeAddress('http://169.254.169.254/', policy)
    expect(verdict).toEqual({ kind: 'blocked', why: ['ipv4'] })
    expect(detailWords(['ipv4']).en).toBe('the IPv4 address is not a public one')
  })

  it.each(FORBIDDEN_ADDRESSES)('says so in Arabic too: %s', (address) => {
    const verdict = judgeAddress(address, policy)
    const words = verdict.kind === 'blocked' ? detailWords(verdict.why).ar : ''
    expect(words).toMatch(/[\u0621-\u064A]/)
    // Names of schemes and hosts are written as they are.
    expect(words.replace(/"[^"]*"|https?(?::\/\/)?|IPv[46]/g, '')).not.toMatch(/[A-Za-z]/)
  })
})
