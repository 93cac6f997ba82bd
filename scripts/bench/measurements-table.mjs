import { bundleSize } from './bundle-size.mjs'
import { coldFeed } from './cold-feed.mjs'
import { coldPollFeed, coldPollHtml, coldPollWordPress } from './cold-poll.mjs'
import { coldStart } from './cold-start.mjs'
import { deadNeighbour } from './dead-neighbour.mjs'
import { firstRendering } from './first-rendering.mjs'
import { fullFeed } from './full-feed.mjs'
import { hostileCpu, hostileMemory } from './hostile.mjs'
import { hubFanOut } from './hub-fan-out.mjs'
import {
  matchBuild,
  matchCost,
  matchFlat,
  matchHeap,
  matchLoop1000,
  matchLoop10000,
  matchWorkerd,
} from './match.mjs'
import { matchQuality } from './match-quality.mjs'
import { notModified } from './not-modified.mjs'
import { pollToWebhook } from './poll-to-webhook.mjs'
import { readerLoad, readerMemory } from './reader-load.mjs'
import { feedRead, listingRead } from './reading.mjs'
import {
  rendererLarge,
  rendererNode,
  rendererSmall,
  rendererWorkerd,
  rendererWorkerdLarge,
  rendererWorkerdSmall,
} from './renderer.mjs'
import { pairPrecision, pairRecall } from './pairs.mjs'
import { unchangedPoll } from './unchanged-poll.mjs'

/**
 * What `npm run bench` measures. A measurement is
 * `{ name, title, unit, goal: { atMost | atLeast }, measure(bench) → { values, detail } }`:
 * one value a round, `detail` says in words what was held against what.
 */
export const MEASUREMENTS = [
  unchangedPoll,
  pollToWebhook,
  deadNeighbour,
  coldStart,
  coldPollFeed,
  coldPollHtml,
  coldPollWordPress,
  listingRead,
  feedRead,
  hostileCpu,
  hostileMemory,
  coldFeed,
  fullFeed,
  firstRendering,
  notModified,
  rendererWorkerd,
  rendererWorkerdSmall,
  rendererWorkerdLarge,
  rendererNode,
  rendererSmall,
  rendererLarge,
  readerLoad,
  readerMemory,
  hubFanOut,
  pairPrecision,
  pairRecall,
  matchQuality,
  matchCost,
  matchFlat,
  matchLoop1000,
  matchLoop10000,
  matchBuild,
  matchHeap,
  matchWorkerd,
  bundleSize,
]
