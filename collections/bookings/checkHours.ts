import type { CollectionBeforeChangeHook } from 'payload'

import { refuseField } from '../refuseField.ts'

type Hours = { from?: string; to?: string }
type Absence = { from?: string | Date; to?: string | Date }

/** Hours and absences end after they begin. Answers 400 on the end's field. */
export const checkHours: CollectionBeforeChangeHook = ({ collection, data, originalDoc, req }) => {
  const hours: Hours[] = data['hours'] ?? []
  const absences: Absence[] = data['absences'] ?? []
  const wrong = [
    ...hours.map(({ from = '', to = '' }, index) =>
      isTime(from) && isTime(to) && to <= from ? `hours.${index}.to` : '',
    ),
    ...absences.map(({ from = 0, to = 0 }, index) =>
      new Date(to) > new Date(from) ? '' : `absences.${index}.to`,
    ),
  ].find((path) => path !== '')
  if (wrong === undefined) return data
  throw refuseField({
    req,
    collection: collection.slug,
    path: wrong,
    message: {
      en: 'This must be later than the beginning.',
      ru: 'Конец должен быть позже начала.',
    },
    id: originalDoc?.id,
  })
}

/** What is no time is told by the field's own validation, which comes later. */
const isTime = (text: string): boolean => /^\d\d:\d\d$/.test(text)
