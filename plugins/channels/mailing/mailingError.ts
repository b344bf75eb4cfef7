import { FlowError, quoteOf } from '../../../src/index.ts'

const shown = (text: string): string => JSON.stringify(quoteOf(text).slice(0, 100))

/** What can be wrong with a contact before it is sent. */
export const mailingError = {
  keyMissing: () =>
    new FlowError({
      code: 'FLOW_MAILING_KEY_MISSING',
      message: 'no key of the mailing service is set.',
      hint: 'Copy it from the settings of the service.',
      details: { field: 'apiKey' },
      status: 400,
    }),
  keyInvalid: () =>
    new FlowError({
      code: 'FLOW_MAILING_KEY_INVALID',
      message: 'this is not a key: it has blanks or line breaks in it.',
      hint: 'Copy it again from the settings of the service.',
      details: { field: 'apiKey' },
      status: 400,
    }),
  providerMissing: () =>
    new FlowError({
      code: 'FLOW_MAILING_PROVIDER_MISSING',
      message: 'no mailing service is chosen.',
      hint: 'Choose UniSender, SendPulse or GetResponse.',
      details: { field: 'provider' },
      status: 400,
    }),
  accountMissing: () =>
    new FlowError({
      code: 'FLOW_MAILING_ACCOUNT_MISSING',
      message: 'SendPulse needs an id beside the secret.',
      hint: 'Copy both from Settings → API.',
      details: { field: 'account' },
      status: 400,
    }),
  listInvalid: (list: string, service: string) =>
    new FlowError({
      code: 'FLOW_MAILING_LIST_INVALID',
      message: `${shown(list)} is not a list of ${service}.`,
      hint: 'UniSender and SendPulse: its number. GetResponse: its token, letters and digits.',
      details: { field: 'list', list: shown(list), service },
      status: 400,
    }),
  emailInvalid: (email: string) =>
    new FlowError({
      code: 'FLOW_MAILING_EMAIL_INVALID',
      message: `${shown(email)} is not an e-mail address.`,
      hint: 'Filter for events with an address.',
      details: { field: 'email', email: shown(email) },
      status: 400,
    }),
  fieldsInvalid: (problem: string) =>
    new FlowError({
      code: 'FLOW_MAILING_FIELDS_INVALID',
      message: `the other fields are not a JSON object: ${quoteOf(problem)}.`,
      hint: 'For example {"City": "{{ data.current.city }}"}; values of the event go inside quotes.',
      details: { field: 'fields', problem: quoteOf(problem) },
      status: 400,
    }),
}
