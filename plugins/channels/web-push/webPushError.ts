import { FlowError, quoteOf } from '../../../src/index.ts'

const shown = (text: string): string => quoteOf(text).slice(0, 100)

/** What can be wrong with a notification before it is sent. */
export const webPushError = {
  keyMissing: () =>
    new FlowError({
      code: 'FLOW_WEB_PUSH_KEY_MISSING',
      message: 'no key for notifications is set.',
      hint: 'Choose stored credentials, or set VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT on the server.',
      details: { field: 'privateKey' },
      status: 400,
    }),
  keyInvalid: () =>
    new FlowError({
      code: 'FLOW_WEB_PUSH_KEY_INVALID',
      message: 'this is not a private key of VAPID: 32 bytes as base64url, 43 characters.',
      hint: 'Leave it empty in stored credentials and one is made.',
      details: { field: 'privateKey' },
      status: 400,
    }),
  keysDiffer: () =>
    new FlowError({
      code: 'FLOW_WEB_PUSH_KEYS_DIFFER',
      message: 'VAPID_PUBLIC_KEY is not the public half of VAPID_PRIVATE_KEY.',
      hint: 'Set both from the same pair, or leave the public one out: it follows from the private one.',
      details: { field: 'privateKey' },
      status: 400,
    }),
  subjectMissing: () =>
    new FlowError({
      code: 'FLOW_WEB_PUSH_SUBJECT_MISSING',
      message: 'push services want to know whom to write to when something is wrong.',
      hint: 'Enter mailto:you@example.com, or set VAPID_SUBJECT on the server.',
      details: { field: 'subject' },
      status: 400,
    }),
  subjectInvalid: (subject: string) =>
    new FlowError({
      code: 'FLOW_WEB_PUSH_SUBJECT_INVALID',
      message: `"${shown(subject)}" is neither mailto:… nor the https address of a site.`,
      hint: 'For example mailto:you@example.com. Addresses of this machine are refused by Apple.',
      details: { field: 'subject', subject: shown(subject) },
      status: 400,
    }),
  nobody: () =>
    new FlowError({
      code: 'FLOW_WEB_PUSH_NOBODY',
      message: 'nobody is named: neither a user nor a role.',
      hint: 'For example {{ data.current.customer }}.',
      details: { field: 'recipient' },
      status: 400,
    }),
  titleEmpty: () =>
    new FlowError({
      code: 'FLOW_WEB_PUSH_TITLE_EMPTY',
      message: 'the title of the notification is empty for this event.',
      hint: 'Give it words that do not come from the event.',
      details: { field: 'title' },
      status: 400,
    }),
  tooLarge: (bytes: number, most: number) =>
    new FlowError({
      code: 'FLOW_WEB_PUSH_TOO_LARGE',
      message: `the notification is ${bytes} bytes, push services take ${most}.`,
      hint: 'Shorten the text: {{ data.current.text | truncate: 200 }}.',
      details: { bytes, most },
      status: 400,
    }),
}
