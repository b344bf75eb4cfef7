import { FlowError, quoteOf } from '../../../src/index.ts'

/** What can be wrong with a GA4 event before it is sent. */
export const ga4Error = {
  accountMissing: (field: 'measurementId' | 'apiSecret') =>
    new FlowError({
      code: 'FLOW_GA4_ACCOUNT_MISSING',
      message: 'the measurement id or the API secret is not set.',
      hint: 'Both are in the data stream of your GA4 property.',
      details: { field },
      status: 400,
    }),
  accountInvalid: () =>
    new FlowError({
      code: 'FLOW_GA4_MEASUREMENT_ID_INVALID',
      message: 'a measurement id reads like G-AB12CD34EF.',
      hint: 'Copy it from the data stream; the number of the stream is another thing.',
      details: { field: 'measurementId' },
      status: 400,
    }),
  eventInvalid: (place: string, problem: string) =>
    new FlowError({
      code: 'FLOW_GA4_EVENT_INVALID',
      message: `Google would drop this event without a word: ${place}: ${quoteOf(problem)}.`,
      hint: 'Correct the rule for it.',
      details: { field: 'mapping', place, problem: quoteOf(problem) },
      status: 422,
    }),
  personal: (place: string) =>
    new FlowError({
      code: 'FLOW_GA4_PERSONAL_DATA',
      message: `${place} holds an e-mail address, which Google Analytics forbids.`,
      hint: 'Take the rule away, or hash the value.',
      details: { field: 'mapping', place },
      status: 422,
    }),
  tooOld: (hours: number) =>
    new FlowError({
      code: 'FLOW_GA4_TOO_OLD',
      message: `Google takes no event older than ${hours} hours.`,
      hint: 'It would drop it without a word.',
      details: { hours },
      status: 422,
    }),
}
