import { beforeAll } from 'vitest'
import { forgetTeam } from '../../src/http/desk-door.ts'
import { forgetQuestions } from '../../src/http/find-statement.ts'
import { forgetClients } from '../../src/http/login-attempts.ts'
import { forgetSearchers } from '../../src/http/rate-limit.ts'
import { forgetSearches } from '../../src/http/search.ts'
import { forgetStatus } from '../../src/http/status.ts'
import { forgetWishes } from '../../src/http/websub.ts'

/**
 * What an isolate remembers from request to request would pass from one file to the next: who was turned
 * away, how much of a minute was spent, how everything was. `test/house/isolate-memory.test.ts` knows
 * whatever is remembered, and that it is forgotten here.
 *
 * To load the modules anew would do the same for more: a second a file, and an object that asks for a
 * module which another is just loading waits for ever in this runtime.
 */
beforeAll(() => {
  forgetClients()
  forgetQuestions()
  forgetSearchers()
  forgetSearches()
  forgetStatus()
  forgetTeam()
  forgetWishes()
})
