import { type UtmMarks, utmMarks } from '../utmMarks.ts'

const longest = 500
const clickIds = new Set<string>(['fbclid', 'gclid', 'yclid'])

/** The ad marks in the address of a page; what the page sent itself goes first. */
export function marksOf(page: string | undefined, sent: UtmMarks = {}): UtmMarks {
  const query = page !== undefined && URL.canParse(page) ? new URL(page).searchParams : undefined
  return Object.fromEntries(
    utmMarks.flatMap((mark) => {
      const name = clickIds.has(mark) ? mark : `utm_${mark}`
      const value = (sent[mark] || query?.get(name) || '').replaceAll('\0', '').slice(0, longest)
      return value === '' ? [] : [[mark, value]]
    }),
  )
}
