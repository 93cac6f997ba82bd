import { discord } from './discord.ts'
import { email } from './email.ts'
import type { EndpointKindName, HttpKindName } from './endpoint.ts'
import { googlechat } from './googlechat.ts'
import type { EndpointKind } from './kind.ts'
import { matrix } from './matrix.ts'
import { mattermost } from './mattermost.ts'
import { ntfy } from './ntfy.ts'
import { rocketchat } from './rocketchat.ts'
import { slackKind } from './slack.ts'
import { teams } from './teams.ts'
import { telegram } from './telegram.ts'
import { webhook } from './webhook.ts'

/** Every kind that is reached over HTTP. A new one is a file and a line here. */
const ENDPOINT_KINDS: Readonly<Record<HttpKindName, EndpointKind>> = {
  slack: slackKind(),
  webhook,
  discord,
  teams,
  mattermost,
  rocketchat,
  googlechat,
  telegram,
  ntfy,
  matrix,
  email,
}

/** How a kind is sent over HTTP; undefined for `feed`, which leaves through KV. */
export function httpKind(name: HttpKindName): EndpointKind
export function httpKind(name: EndpointKindName): EndpointKind | undefined
export function httpKind(name: EndpointKindName): EndpointKind | undefined {
  return name === 'feed' ? undefined : ENDPOINT_KINDS[name]
}
