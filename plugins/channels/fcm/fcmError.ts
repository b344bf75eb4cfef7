import { FlowError, quoteOf } from '../../../src/index.ts'

/** What can be wrong with a notification before it is sent. */
export const fcmError = {
  accountMissing: () =>
    new FlowError({
      code: 'FLOW_FCM_ACCOUNT_MISSING',
      message: 'no service account is set.',
      hint: 'Firebase console → Project settings → Service accounts → Generate new private key.',
      details: { field: 'serviceAccount' },
      status: 400,
    }),
  accountInvalid: (problem: string) =>
    new FlowError({
      code: 'FLOW_FCM_ACCOUNT_INVALID',
      message: `this is not the JSON key of a service account: ${problem}.`,
      hint: 'Paste the whole file, from { to }.',
      details: { field: 'serviceAccount', problem },
      status: 400,
    }),
  nobody: () =>
    new FlowError({
      code: 'FLOW_FCM_NOBODY',
      message: 'nobody is named: neither a user nor a role.',
      hint: 'For example {{ data.current.customer }}.',
      details: { field: 'recipient' },
      status: 400,
    }),
  titleEmpty: () =>
    new FlowError({
      code: 'FLOW_FCM_TITLE_EMPTY',
      message: 'the title of the notification is empty for this event.',
      hint: 'Give it words that do not come from the event.',
      details: { field: 'title' },
      status: 400,
    }),
  dataInvalid: (problem: string) =>
    new FlowError({
      code: 'FLOW_FCM_DATA_INVALID',
      message: `the data is not a JSON object that FCM takes: ${quoteOf(problem)}.`,
      hint: 'For example {"order": "{{ data.current.id }}"}; values of the event go inside quotes.',
      details: { field: 'data', problem: quoteOf(problem) },
      status: 400,
    }),
  tooLarge: (bytes: number, most: number) =>
    new FlowError({
      code: 'FLOW_FCM_TOO_LARGE',
      message: `the notification is ${bytes} bytes, FCM takes ${most}.`,
      hint: 'Shorten the text: {{ data.current.text | truncate: 200 }}.',
      details: { bytes, most },
      status: 400,
    }),
}
