import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { moveIn, moveOut, occupantOf } from '../../scripts/local/occupant.mjs'

const dir = mkdtempSync(join(tmpdir(), 'bayan-occupant-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** A process of our own whose command line holds a word, as long as the work takes. */
async function living(word: string, work: (pid: number) => void): Promise<void> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', word])
  try {
    await once(child, 'spawn')
    work(child.pid!)
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

const note = (pid: number, group: number) =>
  writeFileSync(join(dir, 'running.json'), JSON.stringify({ pid, group }))
/** No system gives so high a number. */
const NOBODY = 2 ** 30

it.each([
  { because: 'nothing was noted', text: undefined },
  { because: 'the note is broken', text: '{' },
  { because: 'both have ended', text: JSON.stringify({ pid: NOBODY, group: NOBODY }) },
])('finds nobody where $because', ({ text }) => {
  moveOut(dir)
  if (text !== undefined) writeFileSync(join(dir, 'running.json'), text)
  expect(occupantOf(dir)).toEqual({ kind: 'nobody' })
})

it('finds a start that still runs', async () => {
  await living('start.mjs', (pid) => {
    note(pid, NOBODY)
    expect(occupantOf(dir)).toEqual({ kind: 'running', pid })
  })
})

it('finds where a start that still runs is served', async () => {
  await living('start.mjs', (pid) => {
    moveIn(dir, NOBODY, 9_787)
    const noted = JSON.parse(readFileSync(join(dir, 'running.json'), 'utf8')) as object
    writeFileSync(join(dir, 'running.json'), JSON.stringify({ ...noted, pid }))
    expect(occupantOf(dir)).toEqual({ kind: 'running', pid, port: 9_787 })
  })
})

it('finds the service that a killed start left behind', async () => {
  await living('wrangler', (pid) => {
    note(NOBODY, pid)
    expect(occupantOf(dir)).toEqual({ kind: 'leftover', group: pid })
  })
})

it('is not deceived by a number that was given anew', async () => {
  await living('an-editor', (pid) => {
    note(pid, pid)
    expect(occupantOf(dir)).toEqual({ kind: 'nobody' })
  })
})

it('does not find itself', () => {
  moveIn(dir, NOBODY, 8_787)
  expect(occupantOf(dir)).toEqual({ kind: 'nobody' })
})
