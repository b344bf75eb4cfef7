import type { CollectionBeforeDeleteHook, CollectionConfig, Field } from 'payload'

import { PUSH_DEVICES } from '../push-devices/pushDevices.ts'

/**
 * The people's own collection with a switch for notifications on everybody's own page; who is deleted takes the devices
 * along. Other collections stay as they are.
 */
export function withPushDevices(
  collections: readonly CollectionConfig[],
  users: string,
): CollectionConfig[] {
  return collections.map((collection) =>
    collection.slug === users
      ? {
          ...collection,
          fields: [...collection.fields, pushSwitch],
          hooks: {
            ...collection.hooks,
            beforeDelete: [...(collection.hooks?.beforeDelete ?? []), forgetDevices],
          },
        }
      : collection,
  )
}

const pushSwitch: Field = {
  name: 'pushSwitch',
  type: 'ui',
  admin: {
    disableListColumn: true,
    // A browser belongs to who sits at it.
    condition: (data, _, { user }) => data?.['id'] !== undefined && data['id'] === user?.id,
    components: { Field: 'flowmasters/client#PushSwitch' },
  },
}

const forgetDevices: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({
    collection: PUSH_DEVICES,
    where: { owner: { equals: id } },
    req,
  })
}
