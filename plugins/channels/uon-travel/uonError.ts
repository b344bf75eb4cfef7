import { FlowError, quoteOf } from '../../../src/index.ts'

const shown = (text: string): string => JSON.stringify(quoteOf(text).slice(0, 60))

/** What can be wrong with a lead before it is sent to U-ON. */
export const uonError = {
  keyMissing: () =>
    new FlowError({
      code: 'FLOW_UON_KEY_MISSING',
      message: 'no key of U-ON is set.',
      hint: 'Copy it from the settings of the API in U-ON.',
      details: { field: 'apiKey' },
      status: 400,
    }),
  keyInvalid: () =>
    new FlowError({
      code: 'FLOW_UON_KEY_INVALID',
      message: 'this is not a key of U-ON: keys are letters and digits.',
      hint: 'Copy the key alone, without the address around it.',
      details: { field: 'apiKey' },
      status: 400,
    }),
  numberInvalid: (field: string, text: string) =>
    new FlowError({
      code: 'FLOW_UON_NUMBER_INVALID',
      message: `${shown(text)} is not a number of U-ON.`,
      hint: 'Managers and additional fields have numbers; write digits only.',
      details: { field, text: shown(text) },
      status: 400,
    }),
  personEmpty: () =>
    new FlowError({
      code: 'FLOW_UON_PERSON_EMPTY',
      message: 'there is no name, phone or e-mail in this event.',
      hint: 'Filter for events that have one of them.',
      details: { field: 'name' },
      status: 400,
    }),
  fieldUnknown: (to: string) =>
    new FlowError({
      code: 'FLOW_UON_FIELD_UNKNOWN',
      message: `${shown(to)} cannot be a field of a lead in U-ON.`,
      hint: 'Write a name such as utm_source, or extended_fields.111046 with the number of an additional field.',
      details: { field: 'mapping', to: shown(to) },
      status: 400,
    }),
}
