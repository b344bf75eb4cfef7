import type { RelationshipFieldSingleValidation } from 'payload'
import { relationship } from 'payload/shared'

type RequiredRelationOptions = {
  /** A document whose relation is empty already, because what it referred to was deleted, may be saved. @default false */
  mayBeOrphan?: boolean
}

/**
 * Required when the document (or the line) is saved by a person, but not in the database: `required` makes the column NOT
 * NULL, and then a document that anything points at cannot be deleted.
 */
export function requiredRelation({
  mayBeOrphan = false,
}: RequiredRelationOptions = {}): RelationshipFieldSingleValidation {
  return (value, options) => {
    if (!isEmpty(value)) return relationship(value, options)
    const isOrphan = options.operation === 'update' && isEmpty(options.previousValue)
    return mayBeOrphan && isOrphan ? true : options.req.t('validation:required')
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}
