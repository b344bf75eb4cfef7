import type { Field, GlobalConfig } from 'payload'

import type { Localised } from '../../src/kernel/localised.ts'
import { type KeepDays, MOST_KEEP_DAYS } from '../../src/retention/keepDays.ts'
import type { EventAccess } from './eventAccess.ts'
import { integrationsGroup } from './logFields.ts'

/** How long the log is kept: a page of settings, filled with what the site's configuration says. */
export function createRetentionSettings({
  access,
  keepDays,
}: {
  access: EventAccess
  keepDays: KeepDays
}): GlobalConfig {
  return {
    slug: 'event-retention',
    label: { en: 'Log retention', ru: 'Хранение журнала' },
    admin: {
      group: integrationsGroup,
      description: {
        en: 'How many days finished rows are kept. 0 keeps them for ever. What waits, and what failed for good, is never swept; statistics stay.',
        ru: 'Сколько дней хранить завершённые записи. 0 — хранить всегда. Ожидающее и недоставленное не удаляется никогда; статистика остаётся.',
      },
    },
    access: { read: access.read, update: access.manage },
    fields: [
      days(keepDays, {
        name: 'events',
        label: { en: 'Keep events, days', ru: 'Хранить события, дней' },
        description: {
          en: 'An event goes when none of its deliveries is left in the log.',
          ru: 'Событие удаляется, когда в журнале не осталось его доставок.',
        },
      }),
      days(keepDays, {
        name: 'deliveries',
        label: { en: 'Keep deliveries, days', ru: 'Хранить доставки, дней' },
        description: {
          en: 'Only delivered and cancelled ones are swept; those that failed stay until somebody has dealt with them.',
          ru: 'Удаляются только доставленные и отменённые; недоставленные ждут, пока ими не займутся.',
        },
      }),
      days(keepDays, {
        name: 'attempts',
        label: { en: 'Keep attempts, days', ru: 'Хранить попытки, дней' },
        description: {
          en: 'Attempts hold what was sent and answered. Those of deliveries that wait or failed stay.',
          ru: 'В попытках лежит то, что отправлено и отвечено. Попытки ожидающих и недоставленных остаются.',
        },
      }),
      days(keepDays, {
        name: 'notificationsRead',
        label: { en: 'Keep read notifications, days', ru: 'Хранить прочитанные уведомления, дней' },
        description: {
          en: 'Counted from when they were read.',
          ru: 'Считая со дня, когда их прочитали.',
        },
      }),
      days(keepDays, {
        name: 'notificationsUnread',
        label: {
          en: 'Keep unread notifications, days',
          ru: 'Хранить непрочитанные уведомления, дней',
        },
        description: {
          en: 'What nobody has looked at for so long is news no more.',
          ru: 'Что столько времени никто не открыл, новостью уже не будет.',
        },
      }),
    ],
  }
}

function days(
  keepDays: KeepDays,
  { description, label, name }: { name: keyof KeepDays; label: Localised; description: Localised },
): Field {
  return {
    name,
    type: 'number',
    required: true,
    min: 0,
    max: MOST_KEEP_DAYS,
    defaultValue: keepDays[name],
    label,
    admin: { description, step: 1 },
  }
}
