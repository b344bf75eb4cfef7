import type { CollectionBeforeChangeHook } from 'payload'

import type { Localised } from '../src/kernel/localised.ts'
import { isAllowedStatusChange } from './isAllowedStatusChange.ts'
import { lockStoredValue } from './lockStoredValue.ts'
import { refuseField } from './refuseField.ts'
import type { StatusMachine } from './statusMachine.ts'

type GuardStatusOptions<Status extends string> = {
  machine: StatusMachine<Status>
  /** Name of the status field. @default 'status' */
  field?: string
}

/**
 * A `beforeChange` hook that refuses status changes the machine does not name, on every way of writing.
 * A new document may start in any status. Answers 400 with a `ValidationError` on the status field.
 *
 * The comparison is with the stored row, locked until the end of the transaction, not with the document
 * Payload read earlier: of two simultaneous writers the second sees what the first has written.
 */
export function guardStatus<Status extends string>({
  machine,
  field = 'status',
}: GuardStatusOptions<Status>): CollectionBeforeChangeHook {
  const isStatus = (value: unknown): value is Status =>
    typeof value === 'string' && Object.hasOwn(machine, value)

  return async ({ collection, data, operation, originalDoc, req }) => {
    if (operation !== 'update') return data
    const read: unknown = originalDoc?.[field]
    const written: unknown = data[field]
    const hasDrafts = Boolean(collection.versions?.drafts)
    const stored = hasDrafts
      ? read
      : ((await lockStoredValue({ req, collection: collection.slug, id: originalDoc.id, field })) ??
        read)

    // Payload writes whole documents back: a writer that did not mean the status must not undo it.
    const isMeant = written !== undefined && written !== read
    if (!isMeant) return { ...data, [field]: stored }

    // Values outside the list are the field validation's business.
    if (!isStatus(stored) || !isStatus(written)) return data
    if (isAllowedStatusChange(machine, stored, written)) return data
    throw refuseField({
      req,
      collection: collection.slug,
      path: field,
      message: refusal({ machine, from: stored, to: written }),
      id: originalDoc.id,
    })
  }
}

type RefusalOptions<Status extends string> = {
  machine: StatusMachine<Status>
  from: Status
  to: Status
}

function refusal<Status extends string>({ machine, from, to }: RefusalOptions<Status>): Localised {
  const next = machine[from].join(', ')
  return {
    en: `The status cannot change from "${from}" to "${to}". Allowed: ${next || 'none, it is final'}.`,
    ru: `Статус «${from}» нельзя сменить на «${to}». Допустимо: ${next || 'ничего, статус конечный'}.`,
  }
}
