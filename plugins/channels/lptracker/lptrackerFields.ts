import type { ChannelField } from '../../../src/index.ts'
import { lptrackerPersonFields } from './lptrackerPersonFields.ts'
import { defaultLptrackerTitle } from './lptrackerTarget.ts'

/** The form of a lead in LPTracker, in the order a person fills it in. */
export const lptrackerFields: readonly ChannelField[] = [
  {
    name: 'login',
    type: 'text',
    isCredential: true,
    label: { en: 'Login', ru: 'Логин' },
    description: {
      en: 'Of a user of LPTracker; better one of its own than a manager’s.',
      ru: 'Пользователя LPTracker; лучше завести отдельного, а не брать логин менеджера.',
    },
  },
  {
    name: 'password',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'Password', ru: 'Пароль' },
  },
  {
    name: 'project',
    type: 'text',
    isRequired: true,
    label: { en: 'Project', ru: 'Проект' },
    description: { en: 'Its number, for example 12345.', ru: 'Его номер, например 12345.' },
  },
  {
    name: 'identity',
    type: 'select',
    defaultValue: 'document',
    options: [
      { value: 'document', label: { en: 'One per document', ru: 'Один на документ' } },
      { value: 'event', label: { en: 'A new one per event', ru: 'Новый на каждое событие' } },
    ],
    label: { en: 'How many leads', ru: 'Сколько лидов' },
    description: {
      en: 'One per document: later events of the same order change the lead that the first one made.',
      ru: 'Один на документ: следующие события того же заказа меняют лид, который создало первое.',
    },
  },
  {
    name: 'idField',
    type: 'text',
    label: { en: 'Field with our id', ru: 'Поле с нашим номером' },
    description: {
      en: 'Number of a text field of the lead, for example 123456. A lead is found by it when its number is not known yet: after an answer that was lost.',
      ru: 'Номер текстового поля лида, например 123456. По нему лид находится, когда его номер ещё не известен: если ответ LPTracker потерялся.',
    },
  },
  {
    name: 'title',
    type: 'text',
    isRequired: true,
    defaultValue: defaultLptrackerTitle,
    label: { en: 'Name of the lead', ru: 'Название лида' },
    description: {
      en: 'For example: Order {{ data.current.id }}',
      ru: 'Например: Заказ {{ data.current.id }}',
    },
  },
  ...lptrackerPersonFields,
  {
    name: 'stage',
    type: 'text',
    label: { en: 'Stage', ru: 'Шаг воронки' },
    description: {
      en: 'Its number. Set with every change too; empty: as it is.',
      ru: 'Его номер. Ставится и при изменениях; пусто — как есть.',
    },
  },
  {
    name: 'owner',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Owner', ru: 'Ответственный' },
    description: { en: 'Number of an employee.', ru: 'Номер сотрудника.' },
  },
  {
    name: 'isCalled',
    type: 'checkbox',
    defaultValue: false,
    isAdvanced: true,
    label: { en: 'Call the person at once', ru: 'Сразу позвонить человеку' },
    description: {
      en: 'LPTracker dials as soon as a new lead is there.',
      ru: 'LPTracker начнёт звонок, как только появится новый лид.',
    },
  },
  {
    name: 'mapping',
    type: 'json',
    editor: 'mapping',
    isAdvanced: true,
    suggestions: ['view.source', 'view.campaign', 'view.keyword'],
    label: { en: 'Other fields', ru: 'Другие поля' },
    description: {
      en: 'By number: lead.123456, contact.12345; where the person came from: view.source, view.campaign, view.keyword.',
      ru: 'По номеру: lead.123456, contact.12345; откуда пришёл человек: view.source, view.campaign, view.keyword.',
    },
  },
]
