import { type ChannelField, homeCountryField, personNameField } from '../../../src/index.ts'

/** The form of a lead in U-ON, in the order a person fills it in. */
export const uonFields: readonly ChannelField[] = [
  {
    name: 'apiKey',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'API key', ru: 'Ключ API' },
    description: {
      en: 'From the settings of the API in U-ON.Travel.',
      ru: 'Из настроек API в U-ON.Travel.',
    },
  },
  personNameField,
  { name: 'lastName', type: 'text', label: { en: 'Last name', ru: 'Фамилия' } },
  {
    name: 'phone',
    type: 'text',
    label: { en: 'Phone', ru: 'Телефон' },
    description: {
      en: 'For example {{ data.current.phone | default: "" }}',
      ru: 'Например {{ data.current.phone | default: "" }}',
    },
  },
  {
    name: 'email',
    type: 'text',
    label: { en: 'E-mail', ru: 'Почта' },
    description: {
      en: 'For example {{ data.current.email | default: "" }}',
      ru: 'Например {{ data.current.email | default: "" }}',
    },
  },
  {
    name: 'note',
    type: 'textarea',
    label: { en: 'Note', ru: 'Примечание' },
    description: {
      en: 'What the manager reads first: where to, when, how many people.',
      ru: 'То, что менеджер прочтёт первым: куда, когда, сколько человек.',
    },
  },
  {
    name: 'source',
    type: 'text',
    defaultValue: 'FlowMasters',
    label: { en: 'Source', ru: 'Источник' },
    description: {
      en: 'For example: Site, tour page.',
      ru: 'Например: Сайт, страница тура.',
    },
  },
  {
    name: 'manager',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Manager', ru: 'Менеджер' },
    description: {
      en: 'Number of a manager in U-ON. Empty: U-ON decides.',
      ru: 'Номер менеджера в U-ON. Пусто — решает U-ON.',
    },
  },
  {
    name: 'idField',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Field with our id', ru: 'Поле с нашим номером' },
    description: {
      en: 'Number of an additional text field of the lead, for example 111046. With it a lost answer leaves no second lead.',
      ru: 'Номер дополнительного текстового поля обращения, например 111046. С ним потерянный ответ не оставит второго обращения.',
    },
  },
  {
    name: 'mapping',
    type: 'json',
    editor: 'mapping',
    isAdvanced: true,
    suggestions: ['utm_source', 'u_note'],
    label: { en: 'Other fields', ru: 'Другие поля' },
    description: {
      en: 'By their names in U-ON, for example utm_source; additional fields as extended_fields.111046.',
      ru: 'По именам в U-ON, например utm_source; дополнительные поля — extended_fields.111046.',
    },
  },
  homeCountryField,
]
