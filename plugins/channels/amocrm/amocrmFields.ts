import type { ChannelField } from '../../../src/index.ts'
import { amocrmAccountFields } from './amocrmAccountFields.ts'
import { amocrmPersonFields } from './amocrmPersonFields.ts'
import { defaultAmocrmTitle } from './amocrmTarget.ts'

const utm = ['UTM_SOURCE', 'UTM_MEDIUM', 'UTM_CAMPAIGN', 'UTM_CONTENT', 'UTM_TERM']

/** The form of a lead in amoCRM, in the order a person fills it in. */
export const amocrmFields: readonly ChannelField[] = [
  ...amocrmAccountFields,
  {
    name: 'identity',
    type: 'select',
    defaultValue: 'document',
    options: [
      { value: 'document', label: { en: 'One per document', ru: 'Одна на документ' } },
      { value: 'event', label: { en: 'A new one per event', ru: 'Новая на каждое событие' } },
    ],
    label: { en: 'How many leads', ru: 'Сколько сделок' },
    description: {
      en: 'One per document: later events of the same order change the lead that the first one made.',
      ru: 'Одна на документ: следующие события того же заказа меняют сделку, которую создало первое.',
    },
  },
  {
    name: 'idField',
    type: 'text',
    label: { en: 'Field with our id', ru: 'Поле с нашим номером' },
    description: {
      en: 'Number of a text field of the lead, for example 123456. A lead is found by it when its number is not known yet: after an answer that was lost.',
      ru: 'Номер текстового поля сделки, например 123456. По нему сделка находится, когда её номер ещё не известен: если ответ amoCRM потерялся.',
    },
  },
  {
    name: 'title',
    type: 'text',
    isRequired: true,
    defaultValue: defaultAmocrmTitle,
    label: { en: 'Name of the lead', ru: 'Название сделки' },
    description: {
      en: 'For example: Order {{ data.current.id }}',
      ru: 'Например: Заказ {{ data.current.id }}',
    },
  },
  ...amocrmPersonFields,
  {
    name: 'price',
    type: 'text',
    label: { en: 'Price', ru: 'Бюджет' },
    description: {
      en: 'Digits with a point, for example {{ data.current.total.ru.amount }}',
      ru: 'Цифры с точкой, например {{ data.current.total.ru.amount }}',
    },
  },
  {
    name: 'tags',
    type: 'text',
    label: { en: 'Tags', ru: 'Теги' },
    description: {
      en: 'Separated by commas. Later events add theirs to those that are there.',
      ru: 'Через запятую. Следующие события добавляют свои к тем, что уже есть.',
    },
  },
  {
    name: 'pipeline',
    type: 'text',
    label: { en: 'Pipeline', ru: 'Воронка' },
    description: {
      en: 'Its number. Empty: the main one.',
      ru: 'Её номер. Пусто — основная воронка.',
    },
  },
  {
    name: 'status',
    type: 'text',
    label: { en: 'Stage', ru: 'Этап' },
    description: {
      en: 'Its number; 142 is won and 143 is lost in every pipeline. Set with every change too; empty: as it is.',
      ru: 'Его номер; 142 — успешно, 143 — не реализовано в любой воронке. Ставится и при изменениях; пусто — как есть.',
    },
  },
  {
    name: 'responsible',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Responsible', ru: 'Ответственный' },
    description: { en: 'Number of a user in amoCRM.', ru: 'Номер пользователя в amoCRM.' },
  },
  {
    name: 'mapping',
    type: 'json',
    editor: 'mapping',
    isAdvanced: true,
    suggestions: [...utm.map((code) => `lead.${code}`), 'contact.POSITION'],
    label: { en: 'Other fields', ru: 'Другие поля' },
    description: {
      en: 'By number or code: lead.123456, lead.UTM_SOURCE, contact.123456; for a list also lead.123456.enum_id.',
      ru: 'По номеру или коду: lead.123456, lead.UTM_SOURCE, contact.123456; для списка ещё lead.123456.enum_id.',
    },
  },
]
