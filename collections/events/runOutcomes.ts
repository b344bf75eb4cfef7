/** How a run of a scheduled job may stand. `lost`: its process died. */
export const runOutcomes = [
  { value: 'running', label: { en: 'Running', ru: 'Выполняется' } },
  { value: 'done', label: { en: 'Done', ru: 'Выполнено' } },
  { value: 'failed', label: { en: 'Failed', ru: 'Ошибка' } },
  { value: 'stopped', label: { en: 'Interrupted', ru: 'Прервано' } },
  { value: 'lost', label: { en: 'Lost', ru: 'Потеряно' } },
] as const
