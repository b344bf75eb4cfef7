import type { Field } from 'payload'

import { serverCell } from './logFields.ts'

/** How far work that people ask for and a job carries out has come: replays, reconciliations. */
export const runStatusField: Field = {
  name: 'status',
  type: 'select',
  required: true,
  label: { en: 'State', ru: 'Состояние' },
  options: [
    { value: 'pending', label: { en: 'Waiting', ru: 'Ожидает' } },
    { value: 'running', label: { en: 'Running', ru: 'Выполняется' } },
    { value: 'done', label: { en: 'Done', ru: 'Готово' } },
    { value: 'cancelled', label: { en: 'Cancelled', ru: 'Отменено' } },
    { value: 'failed', label: { en: 'Failed', ru: 'Ошибка' } },
  ],
  admin: { components: serverCell('StatusCell') },
}
