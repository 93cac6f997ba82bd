export type Sample = readonly [labels: Readonly<Record<string, string>>, value: number]

/** One metric with its samples. */
export interface Family {
  readonly name: string
  readonly type: 'counter' | 'gauge'
  readonly help: string
  readonly unit?: string
  readonly samples: readonly Sample[]
}

/**
 * The two forms in which a scraper may take families. A scraper that does not ask for OpenMetrics gets
 * the older text, in which a counter's description bears the name of its samples.
 */
export type MetricsForm = 'openmetrics' | 'prometheus'

/** Families as OpenMetrics 1.0, or as Prometheus's text format 0.0.4. */
export function metricsText(families: readonly Family[], form: MetricsForm): string {
  const text = families.map((family) => written(family, form)).join('')
  return form === 'openmetrics' ? `${text}# EOF\n` : text
}

/** One family: metadata first, then its samples (OpenMetrics 1.0, 5). */
function written({ name, type, help, unit, samples }: Family, form: MetricsForm): string {
  const sampleName = type === 'counter' ? `${name}_total` : name
  const described = form === 'openmetrics' ? name : sampleName
  const units = unit === undefined || form === 'prometheus' ? '' : `# UNIT ${described} ${unit}\n`
  const meta = `# TYPE ${described} ${type}\n${units}# HELP ${described} ${help}\n`
  return (
    meta + samples.map(([labels, value]) => `${sampleName}${labelText(labels)} ${value}\n`).join('')
  )
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
