import type { Catalogue } from '../../event-catalogue/catalogue.ts'
import type { AnyEventDefinition } from '../../event-catalogue/eventDefinition.ts'
import { buildEvent } from '../../event-service/buildEvent.ts'
import type { EventRow } from '../../event-service/eventWriter.ts'
import { FlowError } from '../../kernel/flowError.ts'
import { matchesPattern } from '../../subscription-filter/matchesPattern.ts'
import { parseEventPattern } from '../../subscription-filter/parseEventPattern.ts'

/** A test event of a type with the sample of its definition, on behalf of the one who asked. */
export function testEvent(
  definition: AnyEventDefinition,
  user: { id: number | string; email: string | null },
  now: number,
): EventRow {
  return buildEvent({
    definition,
    data: definition.sample,
    meta: { source: 'test', userId: user.id, userEmail: user.email },
    now,
  })
}

/**
 * The wanted type, or the first one of the catalogue that the subscription's first fitting pattern stands for.
 * Throws FLOW_EVENT_UNKNOWN, or FLOW_SUBSCRIPTION_NO_EVENT when no pattern stands for anything.
 */
export function testDefinition(
  catalogue: Catalogue,
  patterns: readonly string[],
  wanted: string | undefined,
): AnyEventDefinition {
  if (wanted !== undefined) return catalogue.get(wanted)
  for (const text of patterns) {
    const pattern = parseEventPattern(text)
    const definition = catalogue.all().find(({ type }) => matchesPattern(pattern, type))
    if (definition) return definition
  }
  throw new FlowError({
    code: 'FLOW_SUBSCRIPTION_NO_EVENT',
    message: 'the subscription listens to no event there is',
    hint: 'Choose an event, or give the type to test with.',
    status: 400,
  })
}
