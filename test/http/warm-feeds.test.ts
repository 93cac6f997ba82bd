import { expect, it } from 'vitest'
import { warmFeeds } from '../../src/http/warm-feeds.ts'

it('goes all the way of an answer but for the rendering, else half of it stays cold', () => {
  expect(warmFeeds()).toBe(true)
})
