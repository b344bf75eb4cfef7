import { FlowError } from '../kernel/flowError.ts'

/** The one error of a malformed filter: names the bad node and what is expected there. */
export function filterInvalid(path: string, expected: string): FlowError {
  return new FlowError({
    code: 'FLOW_FILTER_INVALID',
    message: `${path}: ${expected}`,
    hint: 'A filter is a list of {"field", "operator", "value"}, or groups {"all": […]}, {"any": […]}, {"not": …}.',
    status: 400,
    details: { path, expected },
  })
}
