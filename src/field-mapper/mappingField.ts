import * as z from 'zod'

import { FlowError } from '../kernel/flowError.ts'
import type { FieldMapping } from './fieldMapping.ts'
import { parseMapping } from './parseMapping.ts'

const rules = z.unknown().transform((given, context): FieldMapping => {
  try {
    return parseMapping(given)
  } catch (error) {
    if (!(error instanceof FlowError)) throw error
    const { expected, rule } = error.details
    context.addIssue({
      code: 'custom',
      message: rule === 0 ? String(expected) : `${String(rule)}: ${String(expected)}`,
    })
    return z.NEVER
  }
})

/** A mapping in the form of a channel: empty is one without rules, a malformed one names its rule. */
export const mappingField = z.preprocess((given) => given ?? [], rules)
