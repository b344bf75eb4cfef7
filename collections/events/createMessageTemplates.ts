import type { CollectionConfig, Field } from 'payload'

import type { Catalogue } from '../../src/event-catalogue/catalogue.ts'
import { MESSAGE_TEMPLATES } from '../../src/templates/messageTemplateStore.ts'
import type { EventAccess } from './eventAccess.ts'
import { integrationsGroup } from './logFields.ts'
import type { SubscriptionRevision } from './subscription/subscriptionRevision.ts'
import { raiseRevision } from './subscription/subscriptionRevision.ts'
import { installMessages } from './templates/installMessages.ts'
import { keepUsedTemplate } from './templates/keepUsedTemplate.ts'
import type { TemplateTools } from './templates/validateTemplate.ts'
import { validateTemplate } from './templates/validateTemplate.ts'

/** What the collection of templates needs from the engine. */
export type MessageTemplatesOptions = TemplateTools & {
  access: EventAccess
  catalogue: Catalogue
  revision: SubscriptionRevision
}

const MOST_VERSIONS = 50

/** Messages written once, in every language, and chosen in subscriptions; and the parts and layouts they are made of. */
export function createMessageTemplates(options: MessageTemplatesOptions): CollectionConfig {
  const { access, revision } = options
  const raise = raiseRevision(revision)
  return {
    slug: MESSAGE_TEMPLATES,
    labels: {
      singular: { en: 'Message template', ru: 'Шаблон сообщения' },
      plural: { en: 'Message templates', ru: 'Шаблоны сообщений' },
    },
    versions: { maxPerDoc: MOST_VERSIONS },
    disableDuplicate: true,
    access: {
      read: access.read,
      readVersions: access.read,
      create: access.manage,
      update: access.manage,
      delete: access.manage,
    },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'name',
      defaultColumns: ['name', 'key', 'event', 'updatedAt'],
      listSearchableFields: ['name', 'key', 'event'],
      description: {
        en: 'Messages for all channels, in every language. Subscriptions choose them instead of a text of their own.',
        ru: 'Сообщения для всех каналов и на всех языках. Подписки выбирают их вместо собственного текста.',
      },
    },
    hooks: {
      beforeValidate: [validateTemplate(options)],
      afterChange: [raise.afterChange],
      beforeDelete: [keepUsedTemplate],
      afterDelete: [raise.afterDelete],
    },
    endpoints: [installMessages(access.manage)],
    fields: [...nameFields, ...partFields],
  }
}

const nameFields: Field[] = [
  {
    name: 'name',
    type: 'text',
    required: true,
    localized: true,
    label: { en: 'Name', ru: 'Название' },
  },
  {
    name: 'key',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    label: { en: 'Key', ru: 'Ключ' },
    admin: {
      position: 'sidebar',
      description: {
        en: 'How other templates name it: {% render "footer" %}, {% layout "mail" %}',
        ru: 'По нему шаблон вставляют в другие: {% render "footer" %}, {% layout "mail" %}',
      },
    },
  },
  {
    name: 'event',
    type: 'text',
    label: { en: 'For the event', ru: 'Для события' },
    admin: {
      position: 'sidebar',
      description: {
        en: 'For example order.paid: its sample is what the preview shows.',
        ru: 'Например order.paid: на его примере показан предпросмотр.',
      },
    },
  },
]

const partFields: Field[] = [
  {
    name: 'subject',
    type: 'text',
    localized: true,
    label: { en: 'Subject', ru: 'Тема' },
  },
  {
    name: 'text',
    type: 'textarea',
    localized: true,
    label: { en: 'Text', ru: 'Текст' },
    admin: {
      rows: 8,
      description: {
        en: 'For chats, SMS and as the text part of a mail. {{ data.current.id }} puts in a value of the event.',
        ru: 'Для чатов, SMS и как текстовая часть письма. {{ data.current.id }} вставит значение из события.',
      },
    },
  },
  {
    name: 'html',
    type: 'textarea',
    localized: true,
    label: { en: 'HTML', ru: 'HTML' },
    admin: {
      rows: 8,
      description: {
        en: 'For mail; values of the event are escaped. {% layout "mail" %}{% block content %}…{% endblock %}',
        ru: 'Для писем; значения из события экранируются. {% layout "mail" %}{% block content %}…{% endblock %}',
      },
    },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'buttonText',
        type: 'text',
        localized: true,
        label: { en: 'Button', ru: 'Кнопка' },
      },
      {
        name: 'buttonUrl',
        type: 'text',
        localized: true,
        label: { en: 'Address of the button', ru: 'Адрес кнопки' },
      },
    ],
  },
  {
    name: 'preview',
    type: 'ui',
    admin: {
      disableListColumn: true,
      components: { Field: 'flowmasters/client#TemplatePreview' },
    },
  },
]
