import type { Field } from 'payload'

import { nobody } from '../../access/nobody.ts'
import { allLocales } from '../allLocales.ts'
import { lastingRelation } from '../lastingRelation.ts'
import { stampedDate } from '../../stampedDate.ts'
import { requiredSelect } from '../../requiredSelect.ts'

/** A certificate: whose, of what, and whether it still counts. */
export const certificateFields: Field[] = [
  {
    name: 'number',
    type: 'text',
    label: { en: 'Number', ru: 'Номер' },
    unique: true,
    access: { create: nobody, update: nobody },
    admin: {
      readOnly: true,
      description: { en: 'Given on saving.', ru: 'Присваивается при сохранении.' },
    },
  },
  lastingRelation({
    name: 'enrollment',
    relationTo: 'course-enrollments',
    label: { en: 'Enrollment', ru: 'Запись на курс' },
    description: {
      en: 'Decides user and course when given.',
      ru: 'Если указана, определяет пользователя и курс.',
    },
    access: { update: nobody },
  }),
  lastingRelation({
    name: 'user',
    relationTo: 'users',
    label: { en: 'Holder', ru: 'Владелец' },
    isRequired: true,
    access: { update: nobody },
  }),
  lastingRelation({
    name: 'course',
    relationTo: 'courses',
    label: { en: 'Course', ru: 'Курс' },
    isRequired: true,
    access: { update: nobody },
  }),
  {
    name: 'holderName',
    type: 'text',
    label: { en: 'Name on the certificate', ru: 'Имя на сертификате' },
    maxLength: 200,
    access: { update: nobody },
    admin: {
      description: {
        en: 'The name of the account at issue, unless given; it does not change later.',
        ru: 'Имя из учётной записи на момент выдачи, если не указано другое; позже не меняется.',
      },
    },
  },
  {
    name: 'courseTitle',
    type: 'text',
    label: { en: 'Course on the certificate', ru: 'Курс на сертификате' },
    localized: true,
    access: { update: nobody },
    hooks: {
      beforeChange: [allLocales({ relation: 'course', relationTo: 'courses', field: 'title' })],
    },
    admin: {
      description: {
        en: 'The title of the course at issue; it does not change later.',
        ru: 'Название курса на момент выдачи; позже не меняется.',
      },
    },
  },
  {
    name: 'status',
    type: 'select',
    label: { en: 'Status', ru: 'Статус' },
    validate: requiredSelect,
    defaultValue: 'valid',
    index: true,
    options: [
      { value: 'valid', label: { en: 'Valid', ru: 'Действителен' } },
      { value: 'revoked', label: { en: 'Revoked', ru: 'Отозван' } },
    ],
    admin: { position: 'sidebar' },
  },
  stampedDate('issuedAt', { en: 'Issued at', ru: 'Выдан' }),
  stampedDate('revokedAt', { en: 'Revoked at', ru: 'Отозван' }),
  {
    name: 'revokedReason',
    type: 'textarea',
    label: { en: 'Why it was revoked', ru: 'Почему отозван' },
    admin: { condition: (data) => data?.['status'] === 'revoked' },
  },
  {
    name: 'verificationCode',
    type: 'text',
    label: { en: 'Verification code', ru: 'Код проверки' },
    unique: true,
    access: { create: nobody, update: nobody },
    admin: {
      position: 'sidebar',
      readOnly: true,
      description: {
        en: 'Printed on the certificate; whoever has it can check the certificate.',
        ru: 'Напечатан на сертификате; по нему любой может проверить подлинность.',
      },
    },
  },
]
