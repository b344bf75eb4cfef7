import { isDeepStrictEqual } from 'node:util'

import type { RelationshipFieldValidation } from 'payload'
import { relationship } from 'payload/shared'

/**
 * Payload's own check of a relation, but `filterOptions` holds for a new choice only: a task stays editable when
 * the person it was given to has left the team.
 */
export const validateRelation: RelationshipFieldValidation = (value, options) => {
  const { filterOptions: _, ...unfiltered } = options
  const isChosenNow = !isDeepStrictEqual(value ?? null, options.previousValue ?? null)
  return relationship(value, isChosenNow ? options : unfiltered)
}
