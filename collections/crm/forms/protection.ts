import type { GroupField } from 'payload'

import { isStaff } from '../../access/isStaff.ts'
import { wholeNumber } from '../../wholeNumber.ts'
import { fieldName } from './fieldName.ts'

/** What keeps robots out. The public sees none of it; a page learns the trap's name with the questions. */
export const protection: GroupField = {
  name: 'protection',
  type: 'group',
  label: { en: 'Against robots', ru: 'Защита от роботов' },
  access: { read: isStaff },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'maxSubmissions',
          type: 'number',
          label: { en: 'Times from one address', ru: 'Отправок с одного адреса' },
          defaultValue: 5,
          min: 1,
          max: 10_000,
          validate: wholeNumber,
          admin: { step: 1, width: '50%' },
        },
        {
          name: 'perMinutes',
          type: 'number',
          label: { en: 'In so many minutes', ru: 'За столько минут' },
          defaultValue: 10,
          min: 1,
          max: 1440,
          validate: wholeNumber,
          admin: { step: 1, width: '50%' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'honeypot',
          type: 'text',
          label: { en: 'Name of the trap', ru: 'Имя поля-ловушки' },
          defaultValue: 'website',
          maxLength: 50,
          validate: fieldName,
          admin: {
            width: '50%',
            description: {
              en: 'A field that people do not see. Who fills it in is thanked and forgotten. Empty: no trap.',
              ru: 'Поле, которого люди не видят. Кто его заполнил, получит «спасибо», но ответы не сохранятся. Пусто: без ловушки.',
            },
          },
        },
        {
          name: 'minFillSeconds',
          type: 'number',
          label: { en: 'Filled in no faster than, seconds', ru: 'Заполняется не быстрее, секунд' },
          min: 0,
          max: 600,
          validate: wholeNumber,
          admin: {
            step: 1,
            width: '50%',
            description: {
              en: 'Needs the token that comes with the questions. Empty or 0: not checked.',
              ru: 'Нужен ключ, который приходит вместе с вопросами. Пусто или 0: не проверяется.',
            },
          },
        },
      ],
    },
  ],
}
