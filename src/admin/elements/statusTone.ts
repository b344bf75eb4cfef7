/** Colours a status may have; each also has its words, so colour is never the only sign. */
export type Tone = 'good' | 'bad' | 'busy' | 'warn' | 'quiet'

const tones: Readonly<Record<string, Tone>> = {
  delivered: 'good',
  routed: 'good',
  on: 'good',
  done: 'good',
  told: 'good',
  open: 'warn',
  dead: 'bad',
  poisoned: 'bad',
  rejected: 'bad',
  failed: 'bad',
  lost: 'bad',
  retrying: 'warn',
  unavailable: 'warn',
  stopped: 'warn',
  running: 'busy',
  requested: 'busy',
  pending: 'busy',
  delivering: 'busy',
}

/** Colour of a status of an event, a delivery, an attempt or a job. */
export function statusTone(status: string): Tone {
  return tones[status] ?? 'quiet'
}
