import { FlowError, quoteOf } from '../../../src/index.ts'

const shown = (text: string): string => JSON.stringify(quoteOf(text).slice(0, 100))

/** What can be wrong with a notification before it is put. */
export const inAppError = {
  recipientEmpty: () =>
    new FlowError({
      code: 'FLOW_IN_APP_RECIPIENT_EMPTY',
      message: 'there is nobody to tell: the value in "User" is empty for this event.',
      hint: 'Filter for events with a user, for example: data.current.customer exists.',
      details: { field: 'to' },
      status: 400,
    }),
  linkInvalid: (link: string) =>
    new FlowError({
      code: 'FLOW_IN_APP_LINK_INVALID',
      message: `${shown(link)} is not a link that may be shown.`,
      hint: 'Write a path of this site such as /account/orders, or an address that begins with https://.',
      details: { field: 'link', link: shown(link) },
      status: 400,
    }),
}
