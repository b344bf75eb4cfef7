import type { Field } from 'payload'

import { consentKinds } from '../../../src/consents/consent.ts'
import { serverCell } from '../logFields.ts'

const closed = { create: () => false, update: () => false }
const onlyWhenNew = { update: () => false }

const kindLabels = {
  marketing: { en: 'Marketing on a channel', ru: 'Реклама по каналу' },
  personal_data: { en: 'Personal data', ru: 'Персональные данные' },
} as const

/** Fields of a record; `users` is the collection whose people sign in. */
export function consentFields(users: string): Field[] {
  return [...subjectFields(users), ...proofFields, ...timeFields]
}

function subjectFields(users: string): Field[] {
  return [
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'marketing',
      label: { en: 'To what', ru: 'На что' },
      options: consentKinds.map((value) => ({ value, label: kindLabels[value] })),
      access: onlyWhenNew,
    },
    {
      name: 'channel',
      type: 'text',
      label: { en: 'Channel', ru: 'Канал' },
      access: onlyWhenNew,
      admin: {
        condition: (data) => data?.['kind'] === 'marketing',
        components: serverCell('ChannelCell'),
      },
    },
    {
      name: 'address',
      type: 'text',
      virtual: true,
      label: { en: 'Address', ru: 'Адрес' },
      access: onlyWhenNew,
      admin: {
        condition: (_, __, { operation }) => operation === 'create',
        disableListColumn: true,
        disableListFilter: true,
        description: {
          en: 'An e-mail address, a phone number with its country code, or a chat. It is not stored in full. Empty: the account.',
          ru: 'Адрес почты, номер телефона с кодом страны или чат. Целиком не хранится. Если пусто — учётная запись.',
        },
      },
    },
    {
      name: 'shown',
      type: 'text',
      required: true,
      label: { en: 'Who', ru: 'Кто' },
      access: closed,
      admin: { readOnly: true },
    },
    // Found by it; the open record of a kind and an address is one.
    {
      name: 'addressHash',
      type: 'text',
      required: true,
      index: true,
      hidden: true,
      access: closed,
    },
    {
      name: 'user',
      type: 'relationship',
      relationTo: users,
      index: true,
      label: { en: 'Account', ru: 'Учётная запись' },
      access: onlyWhenNew,
    },
  ]
}

const proofFields: Field[] = [
  {
    name: 'text',
    type: 'textarea',
    maxLength: 20_000,
    label: { en: 'Words that were shown', ru: 'Показанный текст' },
    access: onlyWhenNew,
  },
  {
    name: 'textHash',
    type: 'text',
    label: { en: 'SHA-256 of the words', ru: 'SHA-256 текста' },
    access: closed,
    admin: { readOnly: true, disableListColumn: true },
  },
  {
    name: 'documentVersion',
    type: 'text',
    maxLength: 100,
    label: { en: 'Version of the document', ru: 'Версия документа' },
    access: onlyWhenNew,
  },
  {
    name: 'documentUrl',
    type: 'text',
    maxLength: 2000,
    label: { en: 'Document', ru: 'Документ' },
    access: onlyWhenNew,
  },
  {
    name: 'source',
    type: 'text',
    required: true,
    defaultValue: 'admin',
    maxLength: 100,
    label: { en: 'Where it was given', ru: 'Где дано' },
    access: onlyWhenNew,
  },
  {
    name: 'network',
    type: 'text',
    label: { en: 'Network', ru: 'Сеть' },
    access: closed,
    admin: {
      readOnly: true,
      description: { en: 'The address without its last part.', ru: 'Адрес без последней части.' },
    },
  },
]

const timeFields: Field[] = [
  {
    // Empty: somebody who never consented refused.
    name: 'givenAt',
    type: 'date',
    label: { en: 'Given at', ru: 'Дано' },
    access: onlyWhenNew,
    admin: { date: { pickerAppearance: 'dayAndTime' }, components: serverCell('TimeCell') },
  },
  {
    name: 'withdrawnAt',
    type: 'date',
    label: { en: 'Withdrawn at', ru: 'Отозвано' },
    access: { create: () => false },
    admin: { date: { pickerAppearance: 'dayAndTime' }, components: serverCell('TimeCell') },
  },
  {
    name: 'withdrawnBy',
    type: 'text',
    label: { en: 'Withdrawn through', ru: 'Как отозвано' },
    access: closed,
    admin: { readOnly: true },
  },
]
