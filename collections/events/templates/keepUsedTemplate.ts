import { APIError, type CollectionBeforeDeleteHook } from 'payload'

import { fillWords } from '../../../src/channels/fillWords.ts'
import { subscriptionsUsing } from '../../../src/credentials/credentialUsageStore.ts'
import { loadTemplates } from '../../../src/templates/messageTemplateStore.ts'
import { referencesIn } from '../../../src/templates/templateLibrary.ts'
import { lockForDeletion } from '../../lockForDeletion.ts'
import { textFor } from '../../textFor.ts'

/** A template that a subscription or another template uses stays (409, FLOW_TEMPLATE_IN_USE). */
export const keepUsedTemplate: CollectionBeforeDeleteHook = async ({
  collection: { slug },
  id,
  req,
}) => {
  await lockForDeletion(req, slug, id)
  const subscriptions = (await subscriptionsUsing(req.payload, req, 'messageTemplate')).get(
    String(id),
  )
  const templates = await loadTemplates(req.payload, req)
  const key = templates.find((template) => template.id === String(id))?.key
  const others = templates.filter(
    ({ id: other, parts }) =>
      other !== String(id) &&
      Object.values(parts).some((texts) =>
        Object.values(texts).some((text) => referencesIn(text).some(({ name }) => name === key)),
      ),
  )
  const users = [...(subscriptions ?? []).map(({ name }) => name), ...others.map((one) => one.key)]
  if (users.length === 0) return
  const { code, message } = inUse
  const names = users.map((name) => `«${name}»`).join(', ')
  throw new APIError(fillWords(textFor(req, message), { names }), 409, { code, users }, true)
}

const inUse = {
  code: 'FLOW_TEMPLATE_IN_USE',
  message: {
    en: 'This template is used by: {names}. Choose another one there first.',
    ru: 'Этот шаблон используют: {names}. Сначала выберите там другой.',
  },
} as const
