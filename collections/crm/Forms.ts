import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { generateSlug } from '../commerce/generateSlug.ts'
import { answerBlocks } from './forms/answerBlocks.ts'
import { checkForm } from './forms/checkForm.ts'
import { formConfirmation } from './forms/formConfirmation.ts'
import { keepAnswered } from './forms/keepAnswered.ts'
import { leadMapping } from './forms/leadMapping.ts'
import { protection } from './forms/protection.ts'
import { staffOrActive } from './forms/staffOrActive.ts'
import { readForm } from './submit/readForm.ts'
import { submitForm } from './submit/submitForm.ts'

/**
 * Questions to visitors. The smallest one is a title and one question.
 * `GET /api/forms/:id/definition` gives a page what it must draw, `POST /api/forms/:id/submit` takes the answers;
 * `:id` is the id or the slug.
 */
export const Forms: CollectionConfig = {
  slug: 'forms',
  labels: {
    singular: { en: 'Form', ru: 'Форма' },
    plural: { en: 'Forms', ru: 'Формы' },
  },
  admin: {
    group: { en: 'Leads and forms', ru: 'Заявки и формы' },
    description: {
      en: 'What visitors are asked, and what becomes of their answers.',
      ru: 'О чём спрашивают посетителей и что происходит с ответами.',
    },
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'active', 'lead.enabled', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
  },
  access: {
    create: isAdminOrManager,
    read: staffOrActive,
    update: isAdminOrManager,
    delete: isAdminOrManager,
  },
  defaultSort: '-createdAt',
  endpoints: [readForm, submitForm],
  hooks: {
    beforeValidate: [checkForm],
    beforeChange: [generateSlug],
    beforeDelete: [keepAnswered],
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', ru: 'Название' },
      localized: true,
      required: true,
      maxLength: 200,
    },
    {
      type: 'tabs',
      tabs: [
        {
          label: { en: 'Questions', ru: 'Вопросы' },
          fields: [
            {
              name: 'description',
              type: 'textarea',
              label: { en: 'Text above the questions', ru: 'Текст над вопросами' },
              localized: true,
              maxLength: 5000,
            },
            {
              name: 'fields',
              type: 'blocks',
              label: { en: 'Questions', ru: 'Вопросы' },
              labels: {
                singular: { en: 'Question', ru: 'Вопрос' },
                plural: { en: 'Questions', ru: 'Вопросы' },
              },
              required: true,
              minRows: 1,
              maxRows: 100,
              blocks: answerBlocks,
            },
            {
              name: 'submitLabel',
              type: 'text',
              label: { en: 'Text of the button', ru: 'Текст на кнопке' },
              localized: true,
              maxLength: 100,
            },
          ],
        },
        { label: { en: 'After sending', ru: 'После отправки' }, fields: [formConfirmation] },
        { label: { en: 'Lead', ru: 'Заявка' }, fields: [leadMapping] },
        { label: { en: 'Protection', ru: 'Защита' }, fields: [protection] },
        {
          label: { en: 'Answers', ru: 'Ответы' },
          fields: [
            {
              name: 'submissions',
              type: 'join',
              collection: 'form-submissions',
              on: 'form',
              label: { en: 'Answers', ru: 'Ответы' },
              admin: { allowCreate: false, defaultColumns: ['title', 'page', 'createdAt'] },
            },
          ],
        },
      ],
    },
    {
      name: 'active',
      type: 'checkbox',
      label: { en: 'Takes answers', ru: 'Принимает ответы' },
      defaultValue: true,
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'slug',
      type: 'text',
      label: { en: 'Address', ru: 'Адрес' },
      unique: true,
      index: true,
      maxLength: 100,
      hooks: { beforeDuplicate: [() => null] },
      admin: {
        position: 'sidebar',
        description: {
          en: 'Made from the title on the first save when left empty.',
          ru: 'Если не заполнить, создаётся из названия при первом сохранении.',
        },
      },
    },
  ],
}
