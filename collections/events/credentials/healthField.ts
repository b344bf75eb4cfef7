import type { Field } from 'payload'

import { credentialHealth } from '../../../src/credentials/credentialHealth.ts'
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
        ({ siblingData: { channel, expiresAt, lastCheck } }) =>
          credentialHealth(
            {
              expiresAt: expiresAt ? Date.parse(String(expiresAt)) : null,
              isRefreshed: channels.has(channel) && channels.get(channel).refresh !== undefined,
              isOk: lastCheck?.at ? lastCheck.isOk === true : null,
            },
            clock.now(),
          ),
      ],
    },
  }
}
