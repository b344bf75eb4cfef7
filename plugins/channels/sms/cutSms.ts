import { smsSegments } from './smsSegments.ts'

/** As much of a text as is sent as `most` messages, with an end that does not change its encoding. */
export function cutSms(text: string, most: number): string {
  const { encoding, segments } = smsSegments(text)
  if (segments <= most) return text
  const end = encoding === 'GSM-7' ? '...' : '…'
  const characters = [...text]
  // Longer texts never take fewer messages, so the longest that fits is found by halving.
  let [fits, tooLong] = [0, characters.length]
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2)
    const kept = characters.slice(0, middle).join('')
    if (smsSegments(kept + end).segments <= most) fits = middle
    else tooLong = middle
  }
  return characters.slice(0, fits).join('').trimEnd() + end
}
