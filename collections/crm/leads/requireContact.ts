import type { CollectionBeforeValidateHook } from 'payload'

import { refuseField } from '../../refuseField.ts'

const anyOf = ['name', 'phone', 'phoneRaw', 'email', 'company', 'message'] as const

/** Refuses (400) a lead that says nothing about who asks or what for. */
export const requireContact: CollectionBeforeValidateHook = ({
  collection,
  data = {},
  originalDoc,
  req,
}) => {
  const lead: Record<string, unknown> = { ...originalDoc, ...data }
  const isEmpty = (value: unknown) => typeof value !== 'string' || value.trim() === ''
  if (!anyOf.every((field) => isEmpty(lead[field]))) return data
  throw refuseField({
    req,
    collection: collection.slug,
    path: 'name',
    message: {
      en: 'Give at least a name, a phone, an e-mail, a company or a message.',
      ru: 'Укажите хотя бы имя, телефон, почту, компанию или сообщение.',
    },
    id: originalDoc?.id,
  })
}
