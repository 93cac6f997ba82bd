import { DurableObject } from 'cloudflare:workers'
import type { HostWork, Turn } from './host-work.ts'

/**
 * One host at which several publishers have sources: whose turn it is to ask it. Most publishers share none,
 * so that its work is no part of what every isolate loads.
 */
export class HostObject extends DurableObject<Env> {
  #work: HostWork | undefined

  /** @see HostLine.ask */
  async take(who: string, isPressing = false): Promise<Turn> {
    const { HostWork } = await import('./host-work.ts')
    this.#work ??= new HostWork(this.ctx.storage)
    return await this.#work.take(who, isPressing, Date.now())
  }
}
