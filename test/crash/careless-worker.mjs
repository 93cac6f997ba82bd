import { DurableObject } from 'cloudflare:workers'

/**
 * A service that makes the mistakes the rig is there to find: it marks a statement as told before
 * it tells, tries once, and gives each attempt an id of its own. It speaks as much of the API as
 * the rig needs.
 */
export class Careless extends DurableObject {
  async configure(name, value) {
    await this.ctx.storage.put(name, value)
    await this.ctx.storage.setAlarm(Date.now() + 100)
  }

  async alarm() {
    await this.poll().catch(() => undefined)
    await this.ctx.storage.setAlarm(Date.now() + 100)
  }

  async poll() {
    const feeds = await this.ctx.storage.list({ prefix: 'feed ' })
    for (const [, feed] of feeds) await this.pollOne(feed)
  }

  async pollOne(feed) {
    const answer = await fetch(feed)
    const addresses = [...(await answer.text()).matchAll(/<item>.*?<link>(.*?)<\/link>/gs)]
    const baseline = (await this.ctx.storage.get(`baseline ${feed}`)) === undefined
    for (const [, address] of addresses) {
      if ((await this.ctx.storage.get(address)) !== undefined) continue
      await this.ctx.storage.put(address, true)
      if (!baseline) await this.tell(address)
    }
    await this.ctx.storage.put(`baseline ${feed}`, true)
  }

  async tell(address) {
    const receiver = await this.ctx.storage.get('receiver')
    const headers = { 'webhook-id': crypto.randomUUID() }
    const body = JSON.stringify({ data: { statement: { url: address } } })
    const send = () => fetch(receiver, { method: 'POST', headers, body })
    await send().catch(() => {
      headers['webhook-id'] = crypto.randomUUID()
      return send()
    })
  }
}

export default {
  async fetch(request, env) {
    const path = new URL(request.url).pathname
    const object = env.CARELESS.get(env.CARELESS.idFromName('one'))
    if (request.method === 'GET') return Response.json({ items: [] })
    if (path.endsWith('/poll')) {
      await object.poll()
      return Response.json({ polls: [{ outcome: 'ok' }] })
    }
    const body = await request.json()
    if (body.kind === 'webhook') await object.configure('receiver', body.url)
    if (body.sources) await object.configure(`feed ${body.id}`, body.sources[0].url)
    return Response.json(body)
  },
}
