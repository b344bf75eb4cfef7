import type { Json } from '../kernel/json.ts'
import { type ChangeOperator, isChangeOperator } from './changeOperator.ts'
import { changeTest } from './changeTest.ts'
import { compilePath } from './compilePath.ts'
import { documentField } from './documentField.ts'
import type { Condition } from './filter.ts'
import type { AnyEvent, FailedCondition } from './filterExplanation.ts'
import { loggedValue } from './loggedValue.ts'
import { ownValue } from './ownValue.ts'
import { type ValueOperator, valueTest } from './valueTest.ts'

/** One condition made ready. */
export type CompiledCondition = {
  matches: (event: AnyEvent) => boolean
  /** The condition with what the event holds at its field. */
  describe: (event: AnyEvent) => FailedCondition
}

/** Prepares one condition of a parsed filter. */
export function compileCondition(condition: Condition): CompiledCondition {
  const { field, operator, value } = condition
  if (isChangeOperator(operator)) return compileChange({ field, operator, value })

  const path = compilePath(field)
  const { isNegative, positive } = asQuestion(operator, value)
  const test = valueTest(positive, value ?? null)
  return {
    matches: (event) => path.some(event, test) !== isNegative,
    describe: (event) => described(condition, path.read(event)),
  }
}

/** With `*`, "not equal" means that no element is equal: the negative operators negate the whole question. */
function asQuestion(
  operator: Exclude<Condition['operator'], ChangeOperator>,
  value: Json | undefined,
): { positive: ValueOperator; isNegative: boolean } {
  switch (operator) {
    case 'ne':
      return { positive: 'eq', isNegative: true }
    case 'not_in':
      return { positive: 'in', isNegative: true }
    case 'not_contains':
      return { positive: 'contains', isNegative: true }
    case 'exists':
      return { positive: 'exists', isNegative: value === false }
    default:
      return { positive: operator, isNegative: false }
  }
}

type ChangeCondition = { field: string; operator: ChangeOperator; value: Json | undefined }

function compileChange({ field, operator, value }: ChangeCondition): CompiledCondition {
  const relative = documentField(field)
  const path = compilePath(relative)
  const test = changeTest(operator, relative, value)
  const rows = (event: AnyEvent) => {
    const data = ownValue(event, 'data')
    return { before: ownValue(data, 'previous'), after: ownValue(data, 'current') }
  }
  return {
    matches: (event) => {
      const { before, after } = rows(event)
      return test(before, after)
    },
    describe: (event) => {
      const { before, after } = rows(event)
      const previous = loggedValue(path.read(before))
      return {
        ...described(
          { field, operator, ...(value === undefined ? {} : { value }) },
          path.read(after),
        ),
        ...(previous === undefined ? {} : { previous }),
      }
    },
  }
}

function described(condition: Condition, found: unknown): FailedCondition {
  const actual = loggedValue(found)
  return { ...condition, ...(actual === undefined ? {} : { actual }) }
}
