import type { Field } from 'payload'

import { credentialHealth } from '../../../src/credentials/credentialHealth.ts'
import type { AnyChannel } from '../../../src/channels/channel.ts'
import { isRenewed } from '../../../src/channels/isRenewed.ts'
import { secretFieldNames } from '../../../src/channels/secretFields.ts'
import { accountGroup } from '../../../src/credentials/accountGroup.ts'
import { serverCell } from '../logFields.ts'
import type { CredentialTools } from './credentialTools.ts'

/** `expired`, `failing`, `expiring`, `working` or `unchecked`, worked out whenever it is read. */
export function healthField({ channels, clock }: CredentialTools): Field {
  return {
    name: 'health',
    type: 'text',
    virtual: true,
    label: { en: 'State', ru: 'Состояние' },
    admin: { readOnly: true, hidden: true, components: serverCell('CredentialHealthCell') },
    hooks: {
      afterRead: [
        ({ siblingData }) => {
          const { channel, expiresAt, lastCheck } = siblingData
          return credentialHealth(
            {
              expiresAt: expiresAt ? Date.parse(String(expiresAt)) : null,
              isRefreshed: channels.has(channel) && isRefreshed(channels.get(channel), siblingData),
              isOk: lastCheck?.at ? lastCheck.isOk === true : null,
            },
            clock.now(),
          )
        },
      ],
    },
  }
}

function isRefreshed(channel: AnyChannel, row: Record<string, unknown>): boolean {
  const account: unknown = row[accountGroup(channel.slug)]
  // A read that left the account out says nothing of its secrets.
  if (typeof account !== 'object' || account === null) return channel.refresh !== undefined
  const held = new Map(Object.entries(account))
  return isRenewed(
    channel,
    secretFieldNames(channel).filter((name) => Boolean(held.get(name))),
  )
}
