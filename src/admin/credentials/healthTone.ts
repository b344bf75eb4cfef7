import type { Tone } from '../elements/statusTone.ts'

const tones: Readonly<Record<string, Tone>> = {
  working: 'good',
  expiring: 'warn',
  failing: 'bad',
  expired: 'bad',
}

/** Colour of the state of credentials. */
export function healthTone(health: string): Tone {
  return tones[health] ?? 'quiet'
}
