import { FlowError } from '../../../src/index.ts'

/** What can be wrong with a conversion before it is sent. */
export const metaError = {
  accountMissing: (field: 'datasetId' | 'accessToken') =>
    new FlowError({
      code: 'FLOW_META_ACCOUNT_MISSING',
      message: 'the pixel id or the access token is not set.',
      hint: 'Both are in the settings of the dataset in Events Manager.',
      details: { field },
      status: 400,
    }),
  accountInvalid: () =>
    new FlowError({
      code: 'FLOW_META_DATASET_INVALID',
      message: 'the id of a pixel or dataset is digits only.',
      hint: 'Copy it from Events Manager.',
      details: { field: 'datasetId' },
      status: 400,
    }),
  fieldMissing: (field: string) =>
    new FlowError({
      code: 'FLOW_META_FIELD_MISSING',
      message: `Meta needs the field ${field} for this event.`,
      hint: 'Add a rule for it, or filter such events out.',
      details: { field },
      status: 422,
    }),
  fieldInvalid: (field: string) =>
    new FlowError({
      code: 'FLOW_META_FIELD_INVALID',
      message: `the value for ${field} is not what Meta takes.`,
      hint: 'Correct the rule for it.',
      details: { field },
      status: 422,
    }),
  userMissing: () =>
    new FlowError({
      code: 'FLOW_META_USER_MISSING',
      message: 'nothing in the event says who the person is.',
      hint: 'Map at least one of user_data.em, user_data.ph, user_data.external_id, user_data.fbp.',
      details: { field: 'mapping' },
      status: 422,
    }),
  tooOld: (days: number) =>
    new FlowError({
      code: 'FLOW_META_TOO_OLD',
      message: `Meta takes no event older than ${days} days.`,
      hint: 'It would refuse the request.',
      details: { days },
      status: 422,
    }),
}
