import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import type { ChannelRegistry } from '../../../src/channels/channelRegistry.ts'
import { normalAddress } from '../../../src/channels/normalAddress.ts'
import { shownAddress } from '../../../src/channels/shownAddress.ts'
import type { ConsentKind, ConsentSubject } from '../../../src/consents/consent.ts'
import { consentHash } from '../../../src/consents/consentHash.ts'
import { userAddress } from '../../../src/consents/userAddress.ts'
import type { Localised } from '../../../src/kernel/localised.ts'
import { nowOf } from '../../nowOf.ts'
import { refuseField } from '../../refuseField.ts'
import { sha256Hex } from '../../../src/kernel/sha256Hex.ts'

/** What people type becomes a record; of a record that is there only its end can be set, once. */
export function fillConsent(channels: ChannelRegistry): CollectionBeforeValidateHook {
  return ({ data, operation, originalDoc, req }) => {
    if (!data) return data
    if (operation === 'update') return ended(data, originalDoc ?? {}, req)
    const { address: _, ...rest } = data
    const subject = subjectOf(data, channels, req)
    const text: unknown = data['text']
    return {
      ...rest,
      channel: subject.channel,
      shown: shownAddress(normalAddress(subject.address)),
      addressHash: consentHash(subject),
      textHash: typeof text === 'string' && text.trim() !== '' ? sha256Hex(text.trim()) : null,
      givenAt: data['givenAt'] ?? nowOf(req.payload),
    }
  }
}

function subjectOf(data: Row, channels: ChannelRegistry, req: PayloadRequest): ConsentSubject {
  const kind: ConsentKind = data['kind'] === 'personal_data' ? 'personal_data' : 'marketing'
  const channel = kind === 'marketing' ? String(data['channel'] ?? '') : null
  if (channel !== null && !channels.has(channel)) {
    throw refused(req, 'channel', {
      en: `There is no channel "${channel}".`,
      ru: `Нет канала «${channel}».`,
    })
  }
  const address = addressOf(data['address'], data['user'])
  if (address === undefined) {
    throw refused(req, 'address', {
      en: 'Write whose consent it is: an address or an account.',
      ru: 'Укажите, чьё это согласие: адрес или учётную запись.',
    })
  }
  return { kind, channel, address }
}

const refused = (req: PayloadRequest, path: string, message: Localised) =>
  refuseField({ req, collection: 'consents', path, message })

type Row = Record<string, unknown>

function ended(data: Row, stored: Row, req: PayloadRequest): Row {
  const { withdrawnAt, withdrawnBy } = stored
  const isEnding = !withdrawnAt && Boolean(data['withdrawnAt'])
  return {
    ...stored,
    withdrawnAt: isEnding ? nowOf(req.payload) : (withdrawnAt ?? null),
    withdrawnBy: isEnding ? 'admin' : (withdrawnBy ?? null),
  }
}

function addressOf(typed: unknown, user: unknown): string | undefined {
  const text = typeof typed === 'string' ? normalAddress(typed) : ''
  if (text.length >= 3) return text
  return typeof user === 'string' || typeof user === 'number' ? userAddress(user) : undefined
}
