/** What a publisher's object owes to others. */
export type PublisherErrand =
  | 'alert'
  | 'notice'
  | 'entry'
  | 'snapshot'
  | 'hub'
  | 'ping'
  | 'front'
  | 'publish'
  | 'revision'
  | 'backfill'
  | 'forget'
  | 'wipe'
