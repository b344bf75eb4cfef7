import { FlowError, quoteOf } from '../../../src/index.ts'
import { whatsappLimits } from './whatsappLimits.ts'

const shown = (text: string): string => JSON.stringify(quoteOf(text).slice(0, 100))

/** What can be wrong with a WhatsApp message before it is sent. */
export const whatsappError = {
  tokenMissing: () =>
    new FlowError({
      code: 'FLOW_WHATSAPP_TOKEN_MISSING',
      message: 'no access token is set.',
      hint: 'Give the token in the subscription, or set WHATSAPP_ACCESS_TOKEN.',
      details: { field: 'accessToken' },
      status: 400,
    }),
  tokenInvalid: () =>
    new FlowError({
      code: 'FLOW_WHATSAPP_TOKEN_INVALID',
      message: 'this is not an access token of Meta.',
      hint: 'Copy the token of a system user; it reads like EAAG….',
      details: { field: 'accessToken' },
      status: 400,
    }),
  senderMissing: () =>
    new FlowError({
      code: 'FLOW_WHATSAPP_SENDER_MISSING',
      message: 'no sender is set.',
      hint: 'Give the id of the phone number in the subscription, or set WHATSAPP_PHONE_NUMBER_ID.',
      details: { field: 'phoneNumberId' },
      status: 400,
    }),
  senderInvalid: (id: string) =>
    new FlowError({
      code: 'FLOW_WHATSAPP_SENDER_INVALID',
      message: `${shown(id)} is not an id of a phone number.`,
      hint: 'Copy "Phone number ID" from the app’s page "API Setup": digits only, and not the number itself.',
      details: { field: 'phoneNumberId', id: shown(id) },
      status: 400,
    }),
  recipientEmpty: () =>
    new FlowError({
      code: 'FLOW_WHATSAPP_RECIPIENT_EMPTY',
      message: 'there is nobody to write to: the value in "To" is empty for this event.',
      hint: 'Filter for events with a phone number.',
      details: { field: 'to' },
      status: 400,
    }),
  recipientInvalid: (to: string) =>
    new FlowError({
      code: 'FLOW_WHATSAPP_RECIPIENT_INVALID',
      message: `${shown(to)} is not a phone number.`,
      hint: 'Write it with its country code, such as +77011234567.',
      details: { field: 'to', to: shown(to) },
      status: 400,
    }),
  textEmpty: () =>
    new FlowError({
      code: 'FLOW_WHATSAPP_TEXT_EMPTY',
      message: 'the text of the message is empty for this event.',
      hint: 'Add some words that do not depend on the event.',
      details: { field: 'text' },
      status: 400,
    }),
  templateMissing: () =>
    new FlowError({
      code: 'FLOW_WHATSAPP_TEMPLATE_MISSING',
      message: 'no template is named.',
      hint: 'Write the name of an approved template from WhatsApp Manager.',
      details: { field: 'templateName' },
      status: 400,
    }),
  templateInvalid: (name: string) =>
    new FlowError({
      code: 'FLOW_WHATSAPP_TEMPLATE_INVALID',
      message: `${shown(name)} is not a name of a template.`,
      hint: 'Names have small Latin letters, digits and underscores, such as order_paid.',
      details: { field: 'templateName', name: shown(name) },
      status: 400,
    }),
  valueEmpty: (number: number) =>
    new FlowError({
      code: 'FLOW_WHATSAPP_VALUE_EMPTY',
      message: `value ${number} of the template is empty for this event; WhatsApp refuses that.`,
      hint: 'Name a fallback: {{ data.current.name | default: "—" }}.',
      details: { field: 'templateValues', number },
      status: 400,
    }),
  valuesTooMany: (count: number) =>
    new FlowError({
      code: 'FLOW_WHATSAPP_VALUES_TOO_MANY',
      message: `${count} values are given for the template, and ${whatsappLimits.parameters} are the most.`,
      hint: 'One line is one value.',
      details: { field: 'templateValues', count, most: whatsappLimits.parameters },
      status: 400,
    }),
}
