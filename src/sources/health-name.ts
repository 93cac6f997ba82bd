/**
 * How a source is, in one word; part of the outside contract.
 *
 * `ok`: the last poll was good. `quiet`: good, and silent for longer than usual. `late`: silent for
 * so long that something is probably wrong. `blocked`: the site keeps us out. `changed-layout`: it
 * answers, but with something that cannot be read as before. `down`: it does not answer.
 * `waiting`: never polled yet. `paused`: by the operator.
 */
export type HealthName =
  | 'ok'
  | 'quiet'
  | 'late'
  | 'blocked'
  | 'changed-layout'
  | 'down'
  | 'waiting'
  | 'paused'
