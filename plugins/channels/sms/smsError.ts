import { FlowError, quoteOf } from '../../../src/index.ts'

const shown = (text: string): string => JSON.stringify(quoteOf(text).slice(0, 100))

/** What can be wrong with an SMS before it is sent. */
export const smsError = {
  providerMissing: () =>
    new FlowError({
      code: 'FLOW_SMS_PROVIDER_MISSING',
      message: 'no SMS service is chosen.',
      hint: 'Choose one in the subscription, or set SMS_PROVIDER.',
      details: { field: 'provider' },
      status: 400,
    }),
  keyMissing: () =>
    new FlowError({
      code: 'FLOW_SMS_KEY_MISSING',
      message: 'no key of the SMS service is set.',
      hint: 'Give the key in the subscription, or set SMS_PROVIDER and SMS_API_KEY.',
      details: { field: 'apiKey' },
      status: 400,
    }),
  keyInvalid: () =>
    new FlowError({
      code: 'FLOW_SMS_KEY_INVALID',
      message: 'this is not a key: it has blanks or line breaks in it.',
      hint: 'Copy it again from the settings of the service.',
      details: { field: 'apiKey' },
      status: 400,
    }),
  accountMissing: () =>
    new FlowError({
      code: 'FLOW_SMS_ACCOUNT_MISSING',
      message: 'this SMS service needs an account beside the key.',
      hint: 'SMSC: the login. Twilio: the Account SID, which begins with AC.',
      details: { field: 'account' },
      status: 400,
    }),
  accountInvalid: (account: string) =>
    new FlowError({
      code: 'FLOW_SMS_ACCOUNT_INVALID',
      message: `${shown(account)} is not an Account SID of Twilio.`,
      hint: 'Copy it from the Twilio console: AC and 32 digits and letters.',
      details: { field: 'account', account: shown(account) },
      status: 400,
    }),
  senderMissing: () =>
    new FlowError({
      code: 'FLOW_SMS_SENDER_MISSING',
      message: 'Twilio needs a sender.',
      hint: 'Write a number of yours such as +15005550006, a name, or a Messaging Service SID (MG…).',
      details: { field: 'sender' },
      status: 400,
    }),
  recipientEmpty: () =>
    new FlowError({
      code: 'FLOW_SMS_RECIPIENT_EMPTY',
      message: 'there is nobody to write to: the value in "To" is empty for this event.',
      hint: 'Filter for events with a phone number.',
      details: { field: 'to' },
      status: 400,
    }),
  recipientInvalid: (to: string) =>
    new FlowError({
      code: 'FLOW_SMS_RECIPIENT_INVALID',
      message: `${shown(to)} is not a phone number.`,
      hint: 'Write it with its country code, such as +79161234567.',
      details: { field: 'to', to: shown(to) },
      status: 400,
    }),
  textEmpty: () =>
    new FlowError({
      code: 'FLOW_SMS_TEXT_EMPTY',
      message: 'the text of the message is empty for this event.',
      hint: 'Add some words that do not depend on the event.',
      details: { field: 'text' },
      status: 400,
    }),
}
