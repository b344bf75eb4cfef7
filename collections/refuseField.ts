import { type PayloadRequest, ValidationError } from 'payload'

import type { Localised } from '../src/kernel/localised.ts'
import { textFor } from './textFor.ts'

type RefuseFieldOptions = {
  req: PayloadRequest
  collection: string
  /** The field the form shows the message at. */
  path: string
  message: Localised
  id?: number | string | undefined
}

/** The error that refuses a save because of one field, in the language of the request (400). */
export function refuseField({
  collection,
  id,
  message,
  path,
  req,
}: RefuseFieldOptions): ValidationError {
  return new ValidationError({
    collection,
    errors: [{ path, message: textFor(req, message) }],
    ...(id === undefined ? {} : { id }),
    req,
  })
}
