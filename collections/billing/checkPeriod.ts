import type { CollectionBeforeChangeHook } from 'payload'

import { refuseField } from '../refuseField.ts'

/** A period ends after it begins. Answers 400 on `currentPeriodEnd`. */
export const checkPeriod: CollectionBeforeChangeHook = ({ collection, data, originalDoc, req }) => {
  const { currentPeriodEnd: end, currentPeriodStart: start } = data
  if (!end || !start || new Date(end).getTime() >= new Date(start).getTime()) return data
  throw refuseField({
    req,
    collection: collection.slug,
    path: 'currentPeriodEnd',
    message: {
      en: 'The period would end before it begins.',
      ru: 'Период закончился бы раньше, чем начался.',
    },
    id: originalDoc?.id,
  })
}
