import type { Field, GlobalConfig } from 'payload'

import { defaultAlertSettings } from '../../src/monitoring/alerts/alertSettings.ts'
import type { EventAccess } from './eventAccess.ts'
import { integrationsGroup } from './logFields.ts'

/** When to raise the alarm, and whom to write to. */
export function createAlertSettings({ access }: { access: EventAccess }): GlobalConfig {
  return {
    slug: 'alert-settings',
    label: { en: 'Alert settings', ru: 'Настройки оповещений' },
    access: { read: access.read, update: access.manage },
    lockDocuments: false,
    admin: {
      group: integrationsGroup,
      description: {
        en: 'When to raise the alarm, and whom to write to. Letters go straight to the mail server, not through the deliveries they report on.',
        ru: 'Когда поднимать тревогу и кому писать. Письма идут прямо на почтовый сервер, минуя доставку, о которой сообщают.',
      },
    },
    fields: [
      {
        name: 'emails',
        type: 'text',
        hasMany: true,
        label: { en: 'Write to', ru: 'Кому писать' },
        admin: {
          description: {
            en: 'Addresses of e-mail. Empty: those of FLOWMASTERS_ALERT_EMAIL.',
            ru: 'Адреса почты. Пусто: адреса из FLOWMASTERS_ALERT_EMAIL.',
          },
        },
      },
      threshold('heartbeatSeconds', 30, {
        en: 'No worker for more than, seconds',
        ru: 'Нет обработчика дольше, секунд',
      }),
      threshold('outboxLagSeconds', 5, {
        en: 'An event waits to be routed for more than, seconds',
        ru: 'Событие ждёт рассылки дольше, секунд',
      }),
      threshold('pastDueCount', 0, {
        en: 'Overdue deliveries, more than',
        ru: 'Запаздывающих доставок больше',
      }),
      threshold('pastDueMinutes', 1, {
        en: 'Overdue means by more than, minutes',
        ru: 'Запаздывает — это больше чем на, минут',
      }),
      threshold('deadLettersCount', 0, {
        en: 'Deliveries failed for good, more than',
        ru: 'Окончательно не удалось доставок, больше',
      }),
      threshold('deadLettersMinutes', 1, {
        en: 'Within the last, minutes',
        ru: 'За последние, минут',
      }),
    ],
  }
}

function threshold(
  name: Exclude<keyof typeof defaultAlertSettings, 'emails'>,
  min: number,
  label: { en: string; ru: string },
): Field {
  return {
    name,
    type: 'number',
    required: true,
    min,
    defaultValue: defaultAlertSettings[name],
    label,
  }
}
