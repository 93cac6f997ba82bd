import { ATTENDED_MS, BEHIND_MS } from './endpoint-times.ts'

/**
 * Waits for the first sends of what was handed over, and sets an alarm behind those that take long.
 * Who hands over owes them until this returns: an alarm that had to be on the disk before they leave
 * would hold each of them up by two writes.
 * @param sends never fails
 */
export async function alarmBehind(sends: Promise<void>, storage: DurableObjectStorage) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), ATTENDED_MS)
  })
  const isLate = await Promise.race([sends.then(() => false), late])
  if (timer !== undefined) clearTimeout(timer)
  if (isLate) await storage.setAlarm(Date.now() + BEHIND_MS)
}
