import { FlowError } from '../../../src/index.ts'

/** Most recipients of one mail. */
export const maxRecipients = 50

/** What can be wrong with the people a mail is for. */
export const emailError = {
  invalidAddress: (address: string) =>
    new FlowError({
      code: 'FLOW_EMAIL_ADDRESS_INVALID',
      message: `${JSON.stringify(address.slice(0, 100))} is not one e-mail address.`,
      details: { address: JSON.stringify(address.slice(0, 100)) },
      hint: 'Write plain addresses such as anna@example.com, separated by commas.',
      status: 400,
    }),
  tooMany: () =>
    new FlowError({
      code: 'FLOW_EMAIL_TOO_MANY_RECIPIENTS',
      message: `a mail goes to at most ${maxRecipients} addresses.`,
      details: { most: maxRecipients },
      hint: 'Use a mailing list address or several channels.',
      status: 400,
    }),
  noRecipient: () =>
    new FlowError({
      code: 'FLOW_EMAIL_NO_RECIPIENT',
      message: 'there is no address to write to: the value in "To" is empty for this event.',
      hint: 'Name a fallback: {{ data.current.email | default: "admin@example.com" }}.',
      status: 400,
    }),
}
