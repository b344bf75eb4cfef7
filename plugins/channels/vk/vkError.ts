import { FlowError } from '../../../src/index.ts'

/** What can be wrong with a conversion before it is sent. */
export const vkError = {
  pixelMissing: () =>
    new FlowError({
      code: 'FLOW_VK_PIXEL_MISSING',
      message: 'the number of the pixel is not set.',
      hint: 'It stands in VK Ads, "Sites".',
      details: { field: 'pixelId' },
      status: 400,
    }),
  pixelInvalid: () =>
    new FlowError({
      code: 'FLOW_VK_PIXEL_INVALID',
      message: 'the number of a pixel is digits only.',
      hint: 'For example 3123456; codes like VK-RTRG-… are of an older kind.',
      details: { field: 'pixelId' },
      status: 400,
    }),
  visitorMissing: () =>
    new FlowError({
      code: 'FLOW_VK_VISITOR_MISSING',
      message: 'nothing in the event says who the visitor is.',
      hint: 'Map rb_clickid or userid, or filter such events out.',
      details: { field: 'mapping' },
      status: 422,
    }),
  fieldInvalid: (field: string) =>
    new FlowError({
      code: 'FLOW_VK_FIELD_INVALID',
      message: `the value for ${field} is missing or not what VK takes.`,
      hint: 'Correct the rule for it.',
      details: { field },
      status: 422,
    }),
}
