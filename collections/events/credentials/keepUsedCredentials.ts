import { APIError, type CollectionBeforeDeleteHook } from 'payload'

import { fillWords } from '../../../src/channels/fillWords.ts'
import { subscriptionsUsing } from '../../../src/credentials/credentialUsageStore.ts'
import { lockForDeletion } from '../../lockForDeletion.ts'
import { textFor } from '../../textFor.ts'

/** Credentials that a subscription uses stay (409, FLOW_CREDENTIAL_IN_USE); switched off ones count too. */
export const keepUsedCredentials: CollectionBeforeDeleteHook = async ({
  collection: { slug },
  id,
  req,
}) => {
  // Whoever wants to choose it has to wait: what is counted stays counted.
  await lockForDeletion(req, slug, id)
  const users = (await subscriptionsUsing(req.payload, req)).get(String(id)) ?? []
  if (users.length === 0) return
  const names = users.map(({ name }) => `«${name}»`).join(', ')
  const { code, message } = inUse
  const data = { code, subscriptions: users }
  throw new APIError(fillWords(textFor(req, message), { names }), 409, data, true)
}

const inUse = {
  code: 'FLOW_CREDENTIAL_IN_USE',
  message: {
    en: 'These credentials are used by: {names}. Choose others there first.',
    ru: 'Эти учётные данные используют: {names}. Сначала выберите там другие.',
  },
} as const
