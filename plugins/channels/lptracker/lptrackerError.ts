import { FlowError, quoteOf } from '../../../src/index.ts'

const shown = (text: string): string => JSON.stringify(quoteOf(text).slice(0, 60))

/** What can be wrong with an account or a lead before it is sent to LPTracker. */
export const lptrackerError = {
  loginMissing: () =>
    new FlowError({
      code: 'FLOW_LPTRACKER_LOGIN_MISSING',
      message: 'the login of LPTracker is not set.',
      hint: 'Give the address that you log in to LPTracker with.',
      details: { field: 'login' },
      status: 400,
    }),
  passwordMissing: () =>
    new FlowError({
      code: 'FLOW_LPTRACKER_PASSWORD_MISSING',
      message: 'the password of LPTracker is not set.',
      hint: 'Give the password that belongs to the login.',
      details: { field: 'password' },
      status: 400,
    }),
  numberInvalid: (field: string, text: string) =>
    new FlowError({
      code: 'FLOW_LPTRACKER_NUMBER_INVALID',
      message: `${shown(text)} is not a number of LPTracker.`,
      hint: 'Projects, fields, stages and employees have numbers; write digits only.',
      details: { field, text: shown(text) },
      status: 400,
    }),
  titleEmpty: () =>
    new FlowError({
      code: 'FLOW_LPTRACKER_TITLE_EMPTY',
      message: 'the name of the lead is empty for this event.',
      hint: 'Add some words that do not depend on the event.',
      details: { field: 'title' },
      status: 400,
    }),
  contactEmpty: () =>
    new FlowError({
      code: 'FLOW_LPTRACKER_CONTACT_EMPTY',
      message: 'there is neither a phone nor an e-mail in this event.',
      hint: 'LPTracker takes no contact without one; filter for events that have it.',
      details: { field: 'phone' },
      status: 400,
    }),
  fieldUnknown: (to: string) =>
    new FlowError({
      code: 'FLOW_LPTRACKER_FIELD_UNKNOWN',
      message: `${shown(to)} is not a field of a lead in LPTracker.`,
      hint: 'Write lead.123 or contact.123 with the number of a field, or view.source, view.campaign, view.keyword.',
      details: { field: 'mapping', to: shown(to) },
      status: 400,
    }),
}
