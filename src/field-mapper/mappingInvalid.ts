import { FlowError } from '../kernel/flowError.ts'

/** The one error of a malformed mapping: the number of the rule, counted from 1, and what is expected there. */
export function mappingInvalid(rule: number, expected: string): FlowError {
  return new FlowError({
    code: 'FLOW_MAPPING_INVALID',
    message: rule === 0 ? expected : `rule ${rule}: ${expected}`,
    hint: 'A mapping is a list of {"to": "email", "from": {"path": "data.current.email"}, "transform": ["email"], "required": true}.',
    status: 400,
    details: { field: 'mapping', rule, expected },
  })
}
