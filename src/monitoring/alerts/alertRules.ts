import type { Localised } from '../../kernel/localised.ts'
import type { EngineNumbers } from '../engineNumbers.ts'
import type { AlertSettings } from './alertSettings.ts'

/** Names of the rules, stable; `no_data`: the numbers themselves could not be read. */
export const alertRuleNames = [
  'workers_silent',
  'outbox_lag',
  'deliveries_overdue',
  'dead_letters',
  'untold_changes',
  'no_data',
] as const

/** Name of a rule. */
export type AlertRuleName = (typeof alertRuleNames)[number]

/** Headings of alerts, in the admin and in letters. */
export const alertTitles: Record<AlertRuleName, Localised> = {
  workers_silent: { en: 'No worker is running', ru: 'Не работает ни один обработчик' },
  outbox_lag: { en: 'Events are not being routed', ru: 'События не рассылаются' },
  deliveries_overdue: { en: 'Deliveries are overdue', ru: 'Доставки запаздывают' },
  dead_letters: { en: 'Many deliveries fail for good', ru: 'Много доставок не удаётся' },
  untold_changes: {
    en: 'Documents were changed past the log',
    ru: 'Документы изменены в обход журнала',
  },
  no_data: { en: 'The state cannot be read', ru: 'Состояние не удаётся узнать' },
}

/** A rule that goes by the numbers: what it says when it is broken, null while all is well. */
export type AlertRule = {
  name: AlertRuleName
  judge: (numbers: EngineNumbers, settings: AlertSettings) => Localised | null
}

/** The default rules; their thresholds are settings. */
export const alertRules: readonly AlertRule[] = [
  {
    name: 'workers_silent',
    judge: ({ heartbeatAgeSeconds: age }, { heartbeatSeconds }) => {
      if (age !== null && age <= heartbeatSeconds) return null
      if (age === null) {
        return { en: 'No worker is known.', ru: 'Ни один обработчик не известен.' }
      }
      const seconds = Math.round(age)
      return {
        en: `The last sign of life was ${seconds} s ago.`,
        ru: `Последний признак жизни был ${seconds} с назад.`,
      }
    },
  },
  {
    name: 'outbox_lag',
    judge: ({ outboxOldestSeconds: lag, outboxPending: count }, { outboxLagSeconds }) => {
      const seconds = Math.round(lag)
      return lag <= outboxLagSeconds
        ? null
        : {
            en: `${count} events wait to be routed, the oldest for ${seconds} s.`,
            ru: `Ожидают рассылки, событий: ${count}; самое старое ждёт ${seconds} с.`,
          }
    },
  },
  {
    name: 'deliveries_overdue',
    judge: ({ pastDue }, { pastDueCount, pastDueMinutes: minutes }) =>
      pastDue <= pastDueCount
        ? null
        : {
            en: `${pastDue} deliveries are overdue by more than ${minutes} min.`,
            ru: `Запаздывают больше чем на ${minutes} мин, доставок: ${pastDue}.`,
          },
  },
  {
    name: 'dead_letters',
    judge: ({ deadLettersLately: dead }, { deadLettersCount, deadLettersMinutes: minutes }) =>
      dead <= deadLettersCount
        ? null
        : {
            en: `${dead} deliveries failed for good within ${minutes} min.`,
            ru: `За ${minutes} мин окончательно не удалось, доставок: ${dead}.`,
          },
  },
  {
    name: 'untold_changes',
    judge: ({ openGaps }) =>
      openGaps === 0
        ? null
        : {
            en: `${openGaps} documents have changed without an event; see "Changes without an event".`,
            ru: `Изменено без события, документов: ${openGaps}; см. «Изменения без события».`,
          },
  },
]
