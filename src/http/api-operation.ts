import type { Words } from '../text/language.ts'
import { listOf } from './answer-schemas.ts'
import type { SchemaNode } from './json-schema.ts'

/** One call of the API, as the OpenAPI document and the page that is made of it tell it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** Below `/api/v1`, names in braces. */
  readonly path: string
  readonly does: Words
  /** For everybody; all else needs the operator's token. */
  readonly isPublic?: boolean
  /** Parameters of the address, by name. */
  readonly query?: Readonly<Record<string, SchemaNode>>
  readonly body?: SchemaNode
  /** The good answer: its status, and what it holds; null for nothing. */
  readonly answers: Readonly<Record<number, SchemaNode | null>>
}

/** The three kinds of settings have the same five calls. */
export function settings(
  path: string,
  name: Words,
  body: SchemaNode,
  answer: SchemaNode & Parameters<typeof listOf>[0],
  deleting: Operation['query'] = {},
): Operation[] {
  const one = `${path}/{id}`
  const does = (en: string, ar: string): Words => ({
    en: `${en} ${name.en}`,
    ar: `${ar} ${name.ar}`,
  })
  return [
    { method: 'get', path, does: does('Lists every', 'يسرد كل'), answers: { 200: listOf(answer) } },
    { method: 'post', path, does: does('Creates a', 'ينشئ'), body, answers: { 201: answer } },
    { method: 'get', path: one, does: does('Shows a', 'يعرض'), answers: { 200: answer } },
    {
      method: 'put',
      path: one,
      does: does('Creates or replaces a', 'ينشئ أو يستبدل'),
      body,
      answers: { 200: answer, 201: answer },
    },
    {
      method: 'delete',
      path: one,
      does: does('Deletes a', 'يحذف'),
      query: deleting,
      answers: { 204: null },
    },
  ]
}
