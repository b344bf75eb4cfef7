import { rowField } from '../rowField.ts'

/** What a person agreed to, in the words that were shown. */
export const consentRows = rowField.list({
  text: rowField.text,
  documentUrl: rowField.text,
  at: rowField.date,
})
