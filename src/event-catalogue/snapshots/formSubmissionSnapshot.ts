import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'
import { consentRows } from './consentRows.ts'
import { utmMarks } from './utmMarks.ts'

/** Row of `form-submissions`; a row of `@payloadcms/plugin-form-builder` holds `submissionData` instead of `values`. */
export const formSubmissionSnapshot = defineSnapshot({
  /** The first few answers. */
  title: rowField.text,
  form: rowField.relation,
  values: rowField.list({
    name: rowField.text,
    /** The question as it was asked. */
    label: rowField.text,
    value: rowField.text,
    /** What the visitor saw, where it differs: the text of a choice, a phone as typed. */
    shown: rowField.text,
  }),
  submissionData: rowField.list({ field: rowField.text, value: rowField.text }),
  consents: consentRows,
  page: rowField.text,
  referrer: rowField.text,
  utm: utmMarks,
  /** Language the visitor was asked in. */
  locale: rowField.text,
  /** Network of the visitor: the address without its last part. */
  ip: rowField.text,
  userAgent: rowField.text,
})
