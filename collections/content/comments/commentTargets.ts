import type { CollectionSlug } from 'payload'

/** What can be commented on. A further collection is one more name here, and a migration. */
export const commentTargets: readonly CollectionSlug[] = ['posts']
