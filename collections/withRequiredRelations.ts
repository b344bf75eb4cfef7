import type { CollectionConfig } from 'payload'

import { requireRelations } from './requireRelations.ts'

/** Makes a collection check the documents it refers to, before any other hook works with them. */
export function withRequiredRelations(collection: CollectionConfig): CollectionConfig {
  const { beforeValidate = [] } = collection.hooks ?? {}
  return {
    ...collection,
    hooks: { ...collection.hooks, beforeValidate: [requireRelations, ...beforeValidate] },
  }
}
