import { describe, expect, it } from 'vitest'
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

  it.each([
    ['http://127.0.0.1/', 'loopback'],
    ['http://127.1/', 'a short form of loopback'],
    ['http://2130706433/', 'loopback as one number'],
    ['http://0x7f000001/', 'loopback in hexadecimal'],
    ['http://0177.0.0.1/', 'loopback in octal'],
    ['http://\u2460\u2461\u2466.0.0.1/', 'circled digits become 127'],
    ['http://\uFF11\uFF12\uFF17.0.0.1/', 'full-width digits become 127'],
    ['http://127.0.0.1./', 'a closing dot'],
    ['http://0.0.0.0/', 'this host'],
    ['http://10.1.2.3/', 'RFC 1918'],
    ['http://172.16.0.1/', 'RFC 1918'],
    ['http://172.31.255.255/', 'the last of RFC 1918'],
    ['http://192.168.1.1/', 'RFC 1918'],
    ['http://169.254.169.254/latest/meta-data', 'cloud metadata'],
    ['http://100.64.0.1/', 'carriers'],
    ['http://192.0.2.1/', 'documentation'],
    ['http://198.18.0.1/', 'benchmarks'],
    ['http://224.0.0.1/', 'multicast'],
    ['http://255.255.255.255/', 'broadcast'],
    ['http://[::1]/', 'loopback'],
    ['http://[::]/', 'unspecified'],
    ['http://[::ffff:127.0.0.1]/', 'mapped loopback'],
    ['http://[::ffff:7f00:1]/', 'mapped loopback in groups'],
    ['http://[64:ff9b::7f00:1]/', 'NAT64, which the runtime lets pass'],
    ['http://[64:ff9b:1::1]/', 'local NAT64'],
    ['http://[2002:7f00:1::]/', '6to4'],
    ['http://[2001::1]/', 'Teredo'],
    ['http://[2001:db8::1]/', 'documentation'],
    ['http://[3fff::1]/', 'documentation'],
    ['http://[fd00::1]/', 'unique local'],
    ['http://[fe80::1]/', 'link-local'],
    ['http://localhost/', 'a name for loopback'],
    ['http://foo.localhost/', 'below localhost'],
    ['http://router/', 'a single name'],
    ['http://metadata.google.internal/', 'internal names'],
    ['http://printer.local/', 'multicast DNS'],
    ['http://box.home.arpa/', 'home networks'],
    ['https://bayan.example/feeds/all/ar.rss', 'ourselves'],
    ['https://BAYAN.example./x', 'ourselves in other letters'],
    ['https://user:pass@etilaf.org/', 'credentials'],
    ['https://etilaf.org@127.0.0.1/', 'a host that looks like another'],
    ['https://etilaf.org:8443/', 'an unusual port'],
    ['ftp://etilaf.org/', 'another scheme'],
    ['file:///etc/passwd', 'another scheme'],
    ['data:text/html,x', 'another scheme, which the runtime fetches'],
    ['javascript:alert(1)', 'another scheme'],
    ['//etilaf.org/x', 'not absolute'],
    ['', 'nothing'],
  ])('refuses %s: %s', (address) => {
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

  it('says why, in words for the operator', () => {
    const verdict = judgeAddress('http://169.254.169.254/', policy)
    expect(verdict).toEqual({ kind: 'blocked', why: 'the IPv4 address is not a public one' })
  })
})
