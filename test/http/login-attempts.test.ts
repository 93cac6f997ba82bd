import { describe, expect, it } from 'vitest'
import { clientOf } from '../../src/http/login-attempts.ts'

const client = (address: string) =>
  clientOf(new Request('https://bayan.example/', { headers: { 'cf-connecting-ip': address } }))

describe('a client', () => {
  it.each([
    { address: '192.0.2.1', is: '192.0.2.1', because: 'an IPv4 address is one client' },
    { address: '2001:db8:1:2:3:4:5:6', is: '2001:db8:1:2', because: 'a house has a network' },
    { address: '2001:db8::6', is: '2001:db8:0:0', because: 'zeros are written out' },
    { address: '2001:db8::5:6', is: '2001:db8:0:0', because: 'the same network, spelt longer' },
    { address: '2001:db8:1:2::6', is: '2001:db8:1:2', because: 'zeros of the house itself' },
    { address: '2001:db8:1::3:4:5:6', is: '2001:db8:1:0', because: 'one zero between' },
    { address: '2001:db8:1:2:3:4:5::', is: '2001:db8:1:2', because: 'zeros at the end' },
  ])('$because', ({ address, is }) => {
    expect(client(address)).toBe(is)
  })
})
