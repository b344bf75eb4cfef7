import { FlowError, quoteOf } from '../../../src/index.ts'

const shown = (text: string): string => JSON.stringify(quoteOf(text).slice(0, 60))

/** What can be wrong with an account or a lead before it is sent to amoCRM. */
export const amocrmError = {
  domainMissing: () =>
    new FlowError({
      code: 'FLOW_AMOCRM_DOMAIN_MISSING',
      message: 'the address of the account is not set.',
      hint: 'Give it in the subscription, or set AMOCRM_DOMAIN; it reads like example.amocrm.ru.',
      details: { field: 'domain' },
      status: 400,
    }),
  domainInvalid: () =>
    new FlowError({
      code: 'FLOW_AMOCRM_DOMAIN_INVALID',
      message: 'this is not the address of an account of amoCRM or Kommo.',
      hint: 'It reads like example.amocrm.ru or example.kommo.com.',
      details: { field: 'domain' },
      status: 400,
    }),
  tokenMissing: (field: string) =>
    new FlowError({
      code: 'FLOW_AMOCRM_TOKEN_MISSING',
      message: 'there is no access token.',
      hint: 'Give a long-lived token, or renew stored credentials by setting "Valid until" to now.',
      details: { field },
      status: 400,
    }),
  tokenInvalid: (field: string) =>
    new FlowError({
      code: 'FLOW_AMOCRM_TOKEN_INVALID',
      message: 'a token or secret holds spaces or signs that it cannot have.',
      hint: 'Copy it once more from the settings of the integration.',
      details: { field },
      status: 400,
    }),
  titleEmpty: () =>
    new FlowError({
      code: 'FLOW_AMOCRM_TITLE_EMPTY',
      message: 'the name of the lead is empty for this event.',
      hint: 'Add some words that do not depend on the event.',
      details: { field: 'title' },
      status: 400,
    }),
  numberInvalid: (field: string, text: string) =>
    new FlowError({
      code: 'FLOW_AMOCRM_NUMBER_INVALID',
      message: `${shown(text)} is not a number of amoCRM for "${field}".`,
      hint: 'Pipelines, stages, users and fields have numbers of digits only.',
      details: { field, text: shown(text) },
      status: 400,
    }),
  priceInvalid: (text: string) =>
    new FlowError({
      code: 'FLOW_AMOCRM_PRICE_INVALID',
      message: `${shown(text)} is not an amount.`,
      hint: 'Write digits with a point, such as 1500.50.',
      details: { field: 'price', text: shown(text) },
      status: 400,
    }),
  fieldUnknown: (to: string) =>
    new FlowError({
      code: 'FLOW_AMOCRM_FIELD_UNKNOWN',
      message: `${shown(to)} is not a field of a lead or a contact.`,
      hint: 'Write lead.123456 or contact.123456 with the number of the field, or its code: lead.UTM_SOURCE.',
      details: { field: 'mapping', to: shown(to) },
      status: 400,
    }),
  fieldInvalid: (to: string) =>
    new FlowError({
      code: 'FLOW_AMOCRM_FIELD_INVALID',
      message: `the value for ${shown(to)} is neither text nor a number, nor a list of them.`,
      hint: 'Correct the rule for it.',
      details: { field: 'mapping', to: shown(to) },
      status: 422,
    }),
}
