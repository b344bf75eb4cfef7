import type { CollectionBeforeChangeHook } from 'payload'

import { executeSql } from '../executeSql.ts'

/**
 * Gives a new order its number, such as `FM-000123`. A Postgres sequence never hands out a value twice and
 * takes no lock; a rolled-back order leaves a gap. Sites without our sequence draw from that of the ids.
 */
export const assignOrderNumber: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || data['number']) return data
  const rows = await executeSql(
    req,
    `select nextval(coalesce(
      to_regclass('order_number_seq'),
      to_regclass(pg_get_serial_sequence('orders', 'id'))
    )) as "value"`,
  )
  const value = rows?.[0]?.['value'] ?? Date.now()
  return { ...data, number: `FM-${String(value).padStart(6, '0')}` }
}
