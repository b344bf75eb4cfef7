import { rowField } from '../rowField.ts'

/** Where a visitor came from. */
export const utmMarks = rowField.group({
  source: rowField.text,
  medium: rowField.text,
  campaign: rowField.text,
  content: rowField.text,
  term: rowField.text,
  fbclid: rowField.text,
  gclid: rowField.text,
  yclid: rowField.text,
})
