import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { BayanEnv } from '../platform/env.ts'
import { wrong } from './mistake.ts'
import { type FieldProblem, unprocessableQuery } from './problem.ts'
import { tellMistake } from './tell-mistake.ts'
import { PARAMETER, unknownName } from './unknown-fields.ts'

type Values = readonly string[] | undefined

/**
 * What a call takes in its address, and the only values where these can be named; a call that is not
 * here takes nothing.
 */
export const CALL_PARAMETERS: Readonly<Record<string, Readonly<Record<string, Values>>>> = {
  'GET /statements': {
    publisher: undefined,
    language: undefined,
    q: undefined,
    since: undefined,
    until: undefined,
    changed_since: undefined,
    state: undefined,
    translation: undefined,
    limit: undefined,
    cursor: undefined,
  },
  'GET /statements/:id/revisions': { cursor: undefined },
  'GET /deliveries': { endpoint: undefined, state: undefined, limit: undefined, cursor: undefined },
  'GET /config': { secrets: ['include'] },
  'DELETE /publishers/:id': { erase: ['true', 'false'] },
}

/**
 * Refuses what a call does not know: a mistyped `sinse` would answer everything there is, and
 * `?erase=yes` would keep what its sender wants gone. A path that is no call is left to its 404.
 */
export const refuseUnknownParameters: MiddlewareHandler<{ Bindings: BayanEnv }> = async (
  context,
  next,
) => {
  const params = new URL(context.req.url).searchParams
  const route = params.size === 0 ? undefined : matchedRoutes(context).find(isCall)
  if (route !== undefined) {
    const call = `${route.method} ${route.path.replace(/^\/api\/v1/, '')}`
    const faults = parameterFaults(params, CALL_PARAMETERS[call] ?? {})
    if (faults.length > 0) return unprocessableQuery(faults)
  }
  await next()
  return undefined
}

/** Middleware stands under all methods or many paths, and so does the answer to what is no call. */
function isCall({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return method !== 'ALL' && !path.endsWith('*')
}

/** Every fault that can be seen without knowing what the call makes of its values. */
export function parameterFaults(
  params: URLSearchParams,
  known: Readonly<Record<string, Values>>,
): FieldProblem[] {
  return [...new Set(params.keys())].flatMap((name): FieldProblem[] => {
    if (!Object.hasOwn(known, name))
      return [{ field: name, ...unknownName(name, Object.keys(known), PARAMETER) }]
    const [value = '', ...more] = params.getAll(name)
    if (more.length > 0) return [tellMistake(wrong(name, 'twice'))]
    const values = known[name]
    if (values === undefined || values.includes(value)) return []
    return [
      {
        field: name,
        en: `Write ${values.join(' or ')}, or leave it out.`,
        ar: `اكتب ${values.join(' أو ')}، أو احذفه.`,
      },
    ]
  })
}
