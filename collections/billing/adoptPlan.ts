import { isDeepStrictEqual } from 'node:util'

import type { CollectionBeforeChangeHook } from 'payload'

import { priceInLocale } from '../priceInLocale.ts'
import { readRow } from '../readRow.ts'

/** A subscription moved to another plan takes that plan's price and interval, unless they were given along. */
export const adoptPlan: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const isMoved = operation === 'update' && String(data['plan']) !== String(originalDoc['plan'])
  if (!isMoved) return data
  const plan = await readRow(req, 'subscription-plans', data['plan'])
  if (!plan) return data
  const isGiven = (field: string): boolean => !isDeepStrictEqual(data[field], originalDoc[field])
  const price = isGiven('price') ? data['price'] : priceInLocale(req, plan['price'])
  return {
    ...data,
    ...(price ? { price } : {}),
    interval: isGiven('interval') ? data['interval'] : plan['interval'],
  }
}
