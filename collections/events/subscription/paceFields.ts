import type { Field } from 'payload'

/** How fast and in what order a subscription's receivers are fed, and whether they are at all. */
export const paceFields: Field[] = [
  {
    // Written by the endpoints alone: a form that was opened before must not undo a pause when it is saved.
    name: 'isPaused',
    type: 'checkbox',
    defaultValue: false,
    label: { en: 'Paused', ru: 'На паузе' },
    access: { create: () => false, update: () => false },
    admin: {
      position: 'sidebar',
      components: { Field: 'flowmasters/rsc#PauseField' },
      disableBulkEdit: true,
    },
  },
  {
    name: 'maxConcurrency',
    type: 'number',
    min: 1,
    max: 1_000,
    label: { en: 'At once, at most', ru: 'Одновременно, не больше' },
    validate: wholeOrEmpty,
    admin: {
      position: 'sidebar',
      description: {
        en: 'Tries in flight at once, over all processes. Empty: no limit.',
        ru: 'Сколько отправок идёт одновременно, по всем процессам. Пусто — без ограничения.',
      },
    },
  },
  {
    name: 'rateLimit',
    type: 'group',
    label: { en: 'Pace', ru: 'Темп' },
    admin: {
      position: 'sidebar',
      description: {
        en: 'How many tries in a time, over all processes. What is too much waits and loses no try. Empty: no limit.',
        ru: 'Сколько отправок за время, по всем процессам. Лишнее ждёт и не теряет попыток. Пусто — без ограничения.',
      },
    },
    fields: [
      {
        name: 'count',
        type: 'number',
        min: 1,
        max: 10_000,
        label: { en: 'Tries', ru: 'Отправок' },
        validate: wholeOrEmpty,
      },
      {
        name: 'per',
        type: 'select',
        defaultValue: 'second',
        label: { en: 'Per', ru: 'За' },
        options: [
          { value: 'second', label: { en: 'second', ru: 'секунду' } },
          { value: 'minute', label: { en: 'minute', ru: 'минуту' } },
        ],
      },
    ],
  },
  {
    name: 'keepOrder',
    type: 'checkbox',
    defaultValue: false,
    label: { en: 'Keep the order of each document', ru: 'Соблюдать порядок по документу' },
    admin: {
      position: 'sidebar',
      description: {
        en: 'The next event of a document is sent when the one before has arrived or failed for good.',
        ru: 'Следующее событие документа уходит, когда предыдущее доставлено или окончательно не доставлено.',
      },
    },
  },
]

function wholeOrEmpty(
  value: number | null | undefined,
  { max, min, req }: { min?: number; max?: number; req: { i18n: { language: string } } },
): string | true {
  if (value === undefined || value === null) return true
  if (Number.isInteger(value) && value >= (min ?? 1) && value <= (max ?? value)) return true
  return req.i18n.language === 'ru'
    ? `Нужно целое число от ${min} до ${max}.`
    : `A whole number from ${min} to ${max} is needed.`
}
