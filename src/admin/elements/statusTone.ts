/** Colours a status may have; each also has its words, so colour is never the only sign. */
export type Tone = 'good' | 'bad' | 'busy' | 'warn' | 'quiet'

const tones: Readonly<Record<string, Tone>> = {
  delivered: 'good',
  routed: 'good',
  on: 'good',
  dead: 'bad',
  poisoned: 'bad',
  rejected: 'bad',
  failed: 'bad',
  retrying: 'warn',
  unavailable: 'warn',
  pending: 'busy',
  delivering: 'busy',
}

/** Colour of a status of an event, a delivery or an attempt. */
export function statusTone(status: string): Tone {
  return tones[status] ?? 'quiet'
}
