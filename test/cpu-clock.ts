/**
 * Gives the milliseconds of CPU that this process has used since. What is bounded is work: on a busy machine
 * the clock on the wall tells of the others.
 */
export function cpuClock(): () => number {
  const begun = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1_000
  }
}
