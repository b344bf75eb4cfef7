import { lexicalEditor, LinkFeature } from '@payloadcms/richtext-lexical'
import type { Field } from 'payload'

import { nobody } from '../../access/nobody.ts'
import { audienceSize } from './audienceSize.ts'
import { liquidText } from './liquidText.ts'

/** What a campaign says, and to whom. */
export const campaignFields: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: { en: 'Name of the campaign', ru: 'Название кампании' },
    required: true,
    maxLength: 200,
    admin: { description: { en: 'Seen by staff only.', ru: 'Видят только сотрудники.' } },
  },
  {
    name: 'subject',
    type: 'text',
    label: { en: 'Subject', ru: 'Тема письма' },
    localized: true,
    maxLength: 300,
    validate: liquidText,
    admin: {
      description: {
        en: 'Liquid works here and below: {{ subscriber.name | default: "friend" }}.',
        ru: 'Здесь и ниже работает Liquid: {{ subscriber.name | default: "друг" }}.',
      },
    },
  },
  {
    name: 'preheader',
    type: 'text',
    label: { en: 'Preview line', ru: 'Строка предпросмотра' },
    localized: true,
    maxLength: 300,
    validate: liquidText,
    admin: {
      description: {
        en: 'Shown beside the subject in the list of letters.',
        ru: 'Видна рядом с темой в списке писем.',
      },
    },
  },
  {
    name: 'content',
    type: 'richText',
    label: { en: 'Text', ru: 'Текст письма' },
    localized: true,
    // Letters can only link to addresses: a document has no page we know of.
    editor: lexicalEditor({
      features: ({ defaultFeatures }) => [
        ...defaultFeatures.filter(({ key }) => key !== 'link' && key !== 'relationship'),
        LinkFeature({ enabledCollections: [] }),
      ],
    }),
  },
  {
    name: 'html',
    // Not `code`: the admin would fetch its editor from a foreign server.
    type: 'textarea',
    label: { en: 'HTML instead of the text', ru: 'HTML вместо текста' },
    localized: true,
    validate: liquidText,
    admin: {
      rows: 8,
      description: {
        en: 'For letters made elsewhere. {{ unsubscribeUrl }} is the link to leave; without it one is added below.',
        ru: 'Для готовой вёрстки. {{ unsubscribeUrl }}: ссылка отписки; без неё она добавится внизу.',
      },
    },
  },
  {
    name: 'audience',
    type: 'group',
    label: { en: 'Audience', ru: 'Кому' },
    admin: {
      description: {
        en: 'Every filter that is set must hold; without any, all subscribers get the letter.',
        ru: 'Должны выполняться все заданные условия; без условий письмо получат все подписчики.',
      },
    },
    fields: [
      {
        name: 'lists',
        type: 'relationship',
        relationTo: 'newsletter-lists',
        hasMany: true,
        label: { en: 'On one of the lists', ru: 'В одном из списков' },
      },
      {
        name: 'tags',
        type: 'text',
        hasMany: true,
        label: { en: 'With one of the tags', ru: 'С одной из меток' },
      },
      {
        name: 'locales',
        type: 'select',
        hasMany: true,
        label: { en: 'Reading one of the languages', ru: 'С одним из языков' },
        options: [
          { value: 'ru', label: 'Русский' },
          { value: 'en', label: 'English' },
        ],
      },
    ],
  },
  {
    name: 'audienceSize',
    type: 'number',
    virtual: true,
    label: { en: 'Letters to send now', ru: 'Сейчас получат письмо' },
    access: { create: nobody, update: nobody },
    hooks: { afterRead: [audienceSize] },
    admin: {
      readOnly: true,
      condition: (data) => typeof data?.['audienceSize'] === 'number',
      description: { en: 'Counted on saving.', ru: 'Считается при сохранении.' },
    },
  },
]
