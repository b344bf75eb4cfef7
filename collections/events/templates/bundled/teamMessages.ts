import type { BundledMessage } from './bundledMessage.ts'

/** EV-31, the team: new project, overdue task. */
export const teamMessages: readonly BundledMessage[] = [
  {
    key: 'new-project',
    event: 'project.created',
    name: { en: 'New project', ru: 'Новый проект' },
    subject: {
      en: 'New project: {{ data.current.title }}',
      ru: 'Новый проект: {{ data.current.title }}',
    },
    text: {
      en: `🚀 {{ data.current.title }}
{% if data.current.budget.amount %}Budget: {{ data.current.budget.amount | money: data.current.budget.currency, "en" }}
{% endif %}{% if data.current.deadline %}Deadline: {{ data.current.deadline | date: "%Y-%m-%d", "Europe/Moscow" }}{% endif %}

{{ data.current.description | default: "" | truncate: 1000 }}`,
      ru: `🚀 {{ data.current.title }}
{% if data.current.budget.amount %}Бюджет: {{ data.current.budget.amount | money: data.current.budget.currency, "ru" }}
{% endif %}{% if data.current.deadline %}Срок: {{ data.current.deadline | date: "%d.%m.%Y", "Europe/Moscow" }}{% endif %}

{{ data.current.description | default: "" | truncate: 1000 }}`,
    },
  },
  {
    key: 'overdue-task',
    event: 'task.overdue',
    name: { en: 'Overdue task', ru: 'Просроченная задача' },
    subject: {
      en: 'Overdue: {{ data.current.title }}',
      ru: 'Просрочено: {{ data.current.title }}',
    },
    text: {
      en: `⏰ {{ data.current.title }}
Was due {{ data.dueAt | date: "%Y-%m-%d %H:%M", "Europe/Moscow" }}, days late: {{ data.daysLate }}
Priority: {{ data.current.priority | default: "normal" }}`,
      ru: `⏰ {{ data.current.title }}
Срок был {{ data.dueAt | date: "%d.%m.%Y %H:%M", "Europe/Moscow" }}, дней просрочки: {{ data.daysLate }}
Приоритет: {{ data.current.priority | default: "обычный" }}`,
    },
  },
]
