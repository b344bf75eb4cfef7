import type { CollectionConfig, Field } from 'payload'

import { alertRuleNames, alertTitles } from '../../src/monitoring/alerts/alertRules.ts'
import type { EventAccess } from './eventAccess.ts'
import { nobody } from './eventAccess.ts'
import { idField, integrationsGroup, logCollection, serverCell } from './logFields.ts'

/** What the watch found wrong: one row from the moment a rule is broken until it holds again. */
export function createSystemAlerts({ access }: { access: EventAccess }): CollectionConfig {
  return {
    ...logCollection,
    slug: 'system-alerts',
    labels: {
      singular: { en: 'Alert', ru: 'Тревога' },
      plural: { en: 'Alerts', ru: 'Тревоги' },
    },
    access: { read: access.read, create: nobody, update: nobody, delete: nobody },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'rule',
      defaultColumns: ['rule', 'message', 'openedAt', 'closedAt', 'notifiedAt'],
      description: {
        en: 'What the watch beside the engine found wrong. An alert opens once, closes by itself, and is written to the addresses of the alert settings.',
        ru: 'Что обнаружило наблюдение за доставкой. Тревога открывается один раз, закрывается сама, о ней приходит письмо на адреса из настроек оповещений.',
      },
    },
    defaultSort: '-openedAt',
    fields: [...alertFields],
  }
}

const time = (name: string, label: { en: string; ru: string }): Field => ({
  name,
  type: 'date',
  label,
  admin: { components: serverCell('TimeCell') },
})

const alertFields: Field[] = [
  idField,
  {
    name: 'rule',
    type: 'select',
    required: true,
    label: { en: 'What is wrong', ru: 'Что не так' },
    options: alertRuleNames.map((value) => ({ value, label: alertTitles[value] })),
  },
  {
    name: 'message',
    type: 'json',
    required: true,
    label: { en: 'In detail', ru: 'Подробно' },
    admin: { components: serverCell('LocalisedCell') },
  },
  {
    name: 'openedAt',
    type: 'date',
    required: true,
    index: true,
    label: { en: 'Since', ru: 'С' },
    admin: { components: serverCell('TimeCell') },
  },
  time('closedAt', { en: 'Until', ru: 'До' }),
  time('notifiedAt', { en: 'Told', ru: 'Сообщено' }),
  time('endNotifiedAt', { en: 'End told', ru: 'О конце сообщено' }),
  { name: 'notifyError', type: 'text', label: { en: 'Why not told', ru: 'Почему не сообщено' } },
  { name: 'claimedAt', type: 'date', hidden: true },
]
