import { readdirSync, readFileSync } from 'node:fs'

/**
 * CPU that a process has used, in ms: the first field (ns on a processor) of every thread's
 * `schedstat`. Finer than the clock ticks of `stat`, and untouched by how busy the machine is
 * otherwise, save through caches. Linux only.
 */
export function cpuMs(pid) {
  let nanoseconds = 0
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    nanoseconds += Number(threadTime(`/proc/${pid}/task/${thread}/schedstat`))
  }
  return nanoseconds / 1e6
}

/** A thread may end between the listing and the look. */
function threadTime(path) {
  try {
    return readFileSync(path, 'utf8').split(' ')[0]
  } catch {
    return '0'
  }
}
