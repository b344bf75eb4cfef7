/** How a text travels: encoding, and how many messages it is paid as. */
export type SmsSegments = { encoding: 'GSM-7' | 'UCS-2'; segments: number }

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Each takes two places. */
const extended = new Set('\f^{}\\[~]|€')

/** Places of one message alone, and of each one of several, which carry a header (3GPP TS 23.038 and 23.040). */
const sizes = {
  'GSM-7': { alone: 160, each: 153 },
  'UCS-2': { alone: 70, each: 67 },
} as const

/** Counts the messages a text is sent as. A character of two places is never cut apart. */
export function smsSegments(text: string): SmsSegments {
  const characters = [...text]
  const isGsm = characters.every((character) => basic.has(character) || extended.has(character))
  const encoding = isGsm ? 'GSM-7' : 'UCS-2'
  const places = characters.map((character) =>
    isGsm ? (extended.has(character) ? 2 : 1) : character.length,
  )
  const { alone, each } = sizes[encoding]
  const total = places.reduce((sum, width) => sum + width, 0)
  if (total <= alone) return { encoding, segments: total === 0 ? 0 : 1 }
  let segments = 1
  let used = 0
  for (const width of places) {
    if (used + width > each) {
      segments += 1
      used = 0
    }
    used += width
  }
  return { encoding, segments }
}
