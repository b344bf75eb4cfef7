import { FlowError } from '../kernel/flowError.ts'
import type { MappingProblem } from './mapEvent.ts'

/** What a required field without a value comes to; the same event gives the same error. */
export function mappingFailed({ detail, to, why }: MappingProblem): FlowError {
  const sentences = {
    missing: `the required field "${to}" has no value in this event.`,
    unfit: `the required field "${to}" holds a value that "${detail}" cannot be done with.`,
    template: `the template of the required field "${to}" failed: ${detail}`,
  }
  return new FlowError({
    code: 'FLOW_MAPPING_FAILED',
    message: sentences[why],
    hint: 'Give the field a default, take "required" away, or filter such events out.',
    status: 422,
    details: { field: 'mapping', to, variant: why, ...(detail === undefined ? {} : { detail }) },
  })
}
