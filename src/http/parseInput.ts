import type * as z from 'zod'

import { FlowError } from '../kernel/flowError.ts'

/** The parsed value, or FLOW_API_INPUT_INVALID (400) that names every field that does not fit. */
export function parseInput<Value>(
  schema: z.ZodType<Value>,
  input: unknown,
  where: 'query' | 'body' | 'path' | 'header',
): Value {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => ({
    field: fieldOf(issue) || where,
    message: issue.message,
  }))
  throw new FlowError({
    code: 'FLOW_API_INPUT_INVALID',
    message: `the ${where} cannot be used: ${issues.map(({ field, message }) => `${field}: ${message}`).join('; ')}`,
    status: 400,
    details: { issues },
  })
}

/** A member that should not be there is the field to name, not the object around it. */
function fieldOf(issue: z.core.$ZodIssue): string {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return [...issue.path, ...extra].join('.')
}
