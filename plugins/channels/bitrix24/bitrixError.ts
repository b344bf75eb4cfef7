import { FlowError, quoteOf } from '../../../src/index.ts'

/** What can be wrong with an object before it is sent to Bitrix24. */
export const bitrixError = {
  urlMissing: () =>
    new FlowError({
      code: 'FLOW_BITRIX_URL_MISSING',
      message: 'no webhook address is set.',
      hint: 'Give the address in the subscription, or set BITRIX24_WEBHOOK_URL.',
      details: { field: 'webhookUrl' },
      status: 400,
    }),
  urlInvalid: () =>
    new FlowError({
      code: 'FLOW_BITRIX_URL_INVALID',
      message: 'this is not the address of an inbound webhook of Bitrix24.',
      hint: 'Copy it from Developer resources → Other → Inbound webhook; it reads like https://example.bitrix24.ru/rest/1/….',
      details: { field: 'webhookUrl' },
      status: 400,
    }),
  titleEmpty: () =>
    new FlowError({
      code: 'FLOW_BITRIX_TITLE_EMPTY',
      message: 'the title is empty for this event.',
      hint: 'Add some words that do not depend on the event.',
      details: { field: 'title' },
      status: 400,
    }),
  contactEmpty: () =>
    new FlowError({
      code: 'FLOW_BITRIX_CONTACT_EMPTY',
      message: 'there is no name, phone or e-mail for the contact in this event.',
      hint: 'Filter for events that have one of them.',
      details: { field: 'name' },
      status: 400,
    }),
  amountInvalid: (text: string) =>
    new FlowError({
      code: 'FLOW_BITRIX_AMOUNT_INVALID',
      message: `${JSON.stringify(quoteOf(text).slice(0, 60))} is not an amount.`,
      hint: 'Write digits with a point, such as 1500.50.',
      details: { field: 'amount', text: JSON.stringify(quoteOf(text).slice(0, 60)) },
      status: 400,
    }),
  fieldsInvalid: (problem: string) =>
    new FlowError({
      code: 'FLOW_BITRIX_FIELDS_INVALID',
      message: `the other fields are not a JSON object with names of Bitrix24: ${quoteOf(problem)}.`,
      hint: 'For example {"UF_CRM_1234567890": "{{ data.current.id }}"}; values of the event go inside quotes.',
      details: { field: 'fields', problem: quoteOf(problem) },
      status: 400,
    }),
}
