import type { SingleRelationshipField } from 'payload'

import { requiredRelation } from '../requiredRelation.ts'

type LastingRelationOptions = {
  name: string
  relationTo: string
  label: { en: string; ru: string }
  description?: { en: string; ru: string }
  isRequired?: boolean
  position?: 'sidebar'
  access?: SingleRelationshipField['access']
}

/**
 * A relation whose document may be deleted one day: the row stays and the relation becomes empty. So the column is
 * nullable even when a value is required.
 */
export function lastingRelation({
  access,
  description,
  isRequired = false,
  label,
  name,
  position,
  relationTo,
}: LastingRelationOptions): SingleRelationshipField {
  return {
    name,
    type: 'relationship',
    relationTo,
    label,
    index: true,
    ...(access ? { access } : {}),
    ...(isRequired ? { validate: requiredRelation({ mayBeOrphan: true }) } : {}),
    admin: {
      ...(description ? { description } : {}),
      ...(position ? { position } : {}),
    },
  }
}
