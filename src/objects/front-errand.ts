/** What the front object owes to others: one outbox, since its rows are numbered by who adds them. */
export type FrontErrand = 'hub' | 'cluster'
