import type { CollectionConfig } from 'payload'

import type { EventAccess } from './eventAccess.ts'
import { nobody } from './eventAccess.ts'
import {
  createdAtField,
  idField,
  integrationsGroup,
  logCollection,
  serverCell,
} from './logFields.ts'

/** Append-only: what services said later of messages they took, each piece of news once. */
export function createDeliveryReports({ access }: { access: EventAccess }): CollectionConfig {
  return {
    ...logCollection,
    slug: 'delivery-reports',
    labels: {
      singular: { en: 'Status of a message', ru: 'Статус сообщения' },
      plural: { en: 'Statuses of messages', ru: 'Статусы сообщений' },
    },
    access: { read: access.read, create: nobody, update: nobody, delete: nobody },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'messageId',
      defaultColumns: ['createdAt', 'channel', 'status', 'messageId', 'reason', 'delivery'],
      listSearchableFields: ['messageId', 'delivery', 'code'],
      description: {
        en: 'What SMS, WhatsApp and mail services said of messages after they had taken them. Without a delivery: the message is not ours.',
        ru: 'Что сервисы SMS, WhatsApp и почты сообщили о сообщениях позже. Без доставки — сообщение не наше.',
      },
    },
    defaultSort: '-createdAt',
    fields: [
      idField,
      {
        name: 'channel',
        type: 'text',
        required: true,
        label: { en: 'Channel', ru: 'Канал' },
        admin: { components: serverCell('ChannelCell') },
      },
      {
        name: 'messageId',
        type: 'text',
        required: true,
        label: { en: 'Id at the service', ru: 'Номер у сервиса' },
      },
      { name: 'status', type: 'text', required: true, label: { en: 'Status', ru: 'Статус' } },
      { name: 'at', type: 'date', label: { en: 'Happened', ru: 'Когда произошло' } },
      { name: 'code', type: 'text', label: { en: 'Code', ru: 'Код' } },
      {
        name: 'reason',
        type: 'text',
        label: { en: 'Reason', ru: 'Причина' },
        admin: { components: serverCell('ReasonCell') },
      },
      {
        name: 'reasons',
        type: 'json',
        label: { en: 'Reasons', ru: 'Причины' },
        admin: { hidden: true, disableListColumn: true },
      },
      { name: 'delivery', type: 'text', index: true, label: { en: 'Delivery', ru: 'Доставка' } },
      createdAtField,
    ],
  }
}
