import * as z from 'zod'

import { rowField } from './rowField.ts'

/**
 * Schema of a collection's row as events carry it: `id` required, `createdAt` and `updatedAt` known,
 * fields that the schema does not name pass. Build the shape from {@link rowField}.
 */
export function defineSnapshot<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.looseObject({
    id: rowField.id,
    ...shape,
    createdAt: rowField.date,
    updatedAt: rowField.date,
  })
}
