import type { GroupField } from 'payload'

import type { AnyChannel } from '../../../src/channels/channel.ts'
import { credentialFields } from '../../../src/channels/credentialFields.ts'
import { accountGroup } from '../../../src/credentials/accountGroup.ts'
import { channelFieldConfig } from '../channelFieldConfig.ts'

/** The account of one channel, shown when that channel is chosen. */
export function accountGroupField(channel: AnyChannel): GroupField {
  return {
    name: accountGroup(channel.slug),
    type: 'group',
    label: channel.label,
    admin: {
      condition: (data) => data?.['channel'] === channel.slug,
      description: {
        en: 'A secret may also be the name of a variable on the server: env:FLOWMASTERS_CREDENTIAL_…',
        ru: 'Вместо секрета можно указать переменную сервера: env:FLOWMASTERS_CREDENTIAL_…',
      },
    },
    fields: credentialFields(channel).map((field) => channelFieldConfig(field, channel)),
  }
}
