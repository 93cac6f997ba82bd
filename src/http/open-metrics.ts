export type Sample = readonly [labels: Readonly<Record<string, string>>, value: number]

/** One metric with its samples. */
export interface Family {
  readonly name: string
  readonly type: 'counter' | 'gauge'
  readonly help: string
  readonly unit?: string
  readonly samples: readonly Sample[]
}

/** Families as OpenMetrics 1.0 text (RFC-style specification, section 5). */
export function openMetrics(families: readonly Family[]): string {
  return `${families.map(written).join('')}# EOF\n`
}

/** One family in the text format: metadata first, then its samples (OpenMetrics 1.0, 5). */
function written({ name, type, help, unit, samples }: Family): string {
  const suffix = type === 'counter' ? '_total' : ''
  const meta = `# TYPE ${name} ${type}\n${unit === undefined ? '' : `# UNIT ${name} ${unit}\n`}# HELP ${name} ${help}\n`
  return (
    meta +
    samples.map(([labels, value]) => `${name}${suffix}${labelText(labels)} ${value}\n`).join('')
  )
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
