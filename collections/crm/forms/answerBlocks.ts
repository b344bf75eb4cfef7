import type { Block, Field } from 'payload'

import { wholeNumber } from '../../wholeNumber.ts'
import type { AnswerFieldType } from './answerField.ts'
import { fieldName } from './fieldName.ts'
import { safeLink } from './safeLink.ts'

type Label = { en: string; ru: string }

const name: Field = {
  name: 'name',
  type: 'text',
  label: { en: 'Name for programs', ru: 'Имя для программ' },
  required: true,
  maxLength: 50,
  validate: fieldName,
  admin: {
    width: '35%',
    description: { en: 'Such as phone or company_size.', ru: 'Например, phone или company_size.' },
  },
}

const label: Field = {
  name: 'label',
  type: 'text',
  label: { en: 'Question', ru: 'Вопрос' },
  localized: true,
  maxLength: 500,
  admin: { width: '45%' },
}

const required: Field = {
  name: 'required',
  type: 'checkbox',
  label: { en: 'Required', ru: 'Обязательно' },
  admin: { width: '20%' },
}

const help: Field = {
  name: 'help',
  type: 'text',
  label: { en: 'Hint below', ru: 'Подсказка под полем' },
  localized: true,
  maxLength: 500,
}

const placeholder: Field = {
  name: 'placeholder',
  type: 'text',
  label: { en: 'Example inside', ru: 'Пример внутри поля' },
  localized: true,
  maxLength: 200,
}

const count = (fieldOf: string, text: Label): Field => ({
  name: fieldOf,
  type: 'number',
  label: text,
  min: 0,
  max: 20_000,
  validate: wholeNumber,
  admin: { step: 1, width: '50%' },
})

const lengths: Field = {
  type: 'row',
  fields: [
    count('minLength', { en: 'Shortest, characters', ru: 'Не короче, символов' }),
    count('maxLength', { en: 'Longest, characters', ru: 'Не длиннее, символов' }),
  ],
}

type BlockOptions = { slug: AnswerFieldType; graphql: string; singular: Label; extra?: Field[] }

/** One kind of question. The GraphQL name is given: `Text` and `Date` are taken. */
const question = ({ slug, graphql, singular, extra = [] }: BlockOptions): Block => ({
  slug,
  interfaceName: graphql,
  labels: { singular, plural: singular },
  fields: [{ type: 'row', fields: [name, label, required] }, ...extra, help],
})

const options: Field = {
  name: 'options',
  type: 'array',
  label: { en: 'Choices', ru: 'Варианты' },
  labels: {
    singular: { en: 'Choice', ru: 'Вариант' },
    plural: { en: 'Choices', ru: 'Варианты' },
  },
  required: true,
  minRows: 1,
  maxRows: 200,
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'value',
          type: 'text',
          label: { en: 'Value for programs', ru: 'Значение для программ' },
          required: true,
          maxLength: 200,
          admin: { width: '40%' },
        },
        {
          name: 'label',
          type: 'text',
          label: { en: 'Text', ru: 'Текст' },
          localized: true,
          maxLength: 500,
          admin: { width: '60%' },
        },
      ],
    },
  ],
}

const bound = (fieldOf: string, text: Label): Field => ({
  name: fieldOf,
  type: 'number',
  label: text,
  admin: { width: '33%' },
})

/** Every kind of question, in the order of the menu. */
export const answerBlocks: Block[] = [
  question({
    slug: 'text',
    graphql: 'FormTextQuestion',
    singular: { en: 'Short text', ru: 'Короткий текст' },
    extra: [lengths, placeholder],
  }),
  question({
    slug: 'email',
    graphql: 'FormEmailQuestion',
    singular: { en: 'E-mail', ru: 'Почта' },
    extra: [placeholder],
  }),
  question({
    slug: 'phone',
    graphql: 'FormPhoneQuestion',
    singular: { en: 'Phone', ru: 'Телефон' },
    extra: [placeholder],
  }),
  question({
    slug: 'textarea',
    graphql: 'FormTextareaQuestion',
    singular: { en: 'Long text', ru: 'Длинный текст' },
    extra: [lengths, placeholder],
  }),
  question({
    slug: 'select',
    graphql: 'FormSelectQuestion',
    singular: { en: 'Choice', ru: 'Выбор из списка' },
    extra: [
      {
        name: 'multiple',
        type: 'checkbox',
        label: { en: 'More than one may be chosen', ru: 'Можно выбрать несколько' },
      },
      options,
    ],
  }),
  question({
    slug: 'checkbox',
    graphql: 'FormCheckboxQuestion',
    singular: { en: 'Tick or consent', ru: 'Галочка или согласие' },
    extra: [
      {
        name: 'isConsent',
        type: 'checkbox',
        label: { en: 'This is a consent', ru: 'Это согласие' },
        admin: {
          description: {
            en: 'Its words, its document and the time are kept with the answers.',
            ru: 'Текст, документ и время сохраняются вместе с ответами.',
          },
        },
      },
      {
        name: 'documentUrl',
        type: 'text',
        label: { en: 'Document agreed to', ru: 'Документ, с которым соглашаются' },
        maxLength: 2000,
        validate: safeLink,
        admin: { condition: (_, block) => Boolean(block?.['isConsent']) },
      },
    ],
  }),
  question({
    slug: 'number',
    graphql: 'FormNumberQuestion',
    singular: { en: 'Number', ru: 'Число' },
    extra: [
      {
        type: 'row',
        fields: [
          bound('min', { en: 'Not less than', ru: 'Не меньше' }),
          bound('max', { en: 'Not more than', ru: 'Не больше' }),
          {
            name: 'whole',
            type: 'checkbox',
            label: { en: 'Whole numbers only', ru: 'Только целые' },
            admin: { width: '33%' },
          },
        ],
      },
    ],
  }),
  question({
    slug: 'date',
    graphql: 'FormDateQuestion',
    singular: { en: 'Date', ru: 'Дата' },
  }),
  question({
    slug: 'hidden',
    graphql: 'FormHiddenQuestion',
    singular: { en: 'Hidden', ru: 'Скрытое' },
    extra: [
      {
        name: 'value',
        type: 'text',
        label: { en: 'Value when the page sends none', ru: 'Значение, если страница не прислала' },
        maxLength: 500,
      },
    ],
  }),
]
