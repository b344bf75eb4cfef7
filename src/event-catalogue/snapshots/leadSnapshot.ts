import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'
import { consentRows } from './consentRows.ts'
import { utmMarks } from './utmMarks.ts'

/** Row of `leads`. */
export const leadSnapshot = defineSnapshot({
  /** How lists call the lead: its name, else its company, else a contact. */
  title: rowField.text,
  status: rowField.oneOf(['new', 'in_work', 'qualified', 'won', 'lost']),
  name: rowField.text,
  company: rowField.text,
  /** E.164. */
  phone: rowField.text,
  phoneRaw: rowField.text,
  email: rowField.email,
  message: rowField.text,
  source: rowField.text,
  /** Id of the user who works on it. */
  assignee: rowField.relation,
  tags: rowField.texts,
  value: rowField.money,
  nextContactAt: rowField.date,
  lostReason: rowField.text,
  lostComment: rowField.text,
  note: rowField.text,
  form: rowField.relation,
  submission: rowField.relation,
  landingPage: rowField.text,
  referrer: rowField.text,
  utm: utmMarks,
  consents: consentRows,
  externalSystem: rowField.text,
  externalId: rowField.text,
  externalEntity: rowField.text,
  externalEntityId: rowField.text,
  statusChangedAt: rowField.date,
  /** When it was won or lost; null while it is open. */
  closedAt: rowField.date,
  /** When it was put into the trash. */
  deletedAt: rowField.date,
})
