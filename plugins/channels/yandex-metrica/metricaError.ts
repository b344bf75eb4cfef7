import { FlowError } from '../../../src/index.ts'

/** What can be wrong with a conversion before it is sent. */
export const metricaError = {
  accountMissing: (field: 'counterId' | 'token') =>
    new FlowError({
      code: 'FLOW_METRICA_ACCOUNT_MISSING',
      message: 'the number of the tag or the token is not set.',
      hint: 'The number stands in the list of your tags in Yandex Metrica.',
      details: { field },
      status: 400,
    }),
  counterInvalid: () =>
    new FlowError({
      code: 'FLOW_METRICA_COUNTER_INVALID',
      message: 'the number of a tag is digits only.',
      hint: 'For example 12345678.',
      details: { field: 'counterId' },
      status: 400,
    }),
  visitorMissing: () =>
    new FlowError({
      code: 'FLOW_METRICA_VISITOR_MISSING',
      message: 'nothing in the event says who the visitor is.',
      hint: 'Map ClientId, UserId or Yclid, or filter such events out.',
      details: { field: 'mapping' },
      status: 422,
    }),
  fieldInvalid: (field: string) =>
    new FlowError({
      code: 'FLOW_METRICA_FIELD_INVALID',
      message: `the value for ${field} is missing or not what Metrica takes.`,
      hint: 'Correct the rule for it.',
      details: { field },
      status: 422,
    }),
}
