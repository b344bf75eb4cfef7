import { type PayloadRequest, ValidationError } from 'payload'

import type { FlowErrorOptions } from '../src/kernel/flowError.ts'
import { refusal } from './refusal.ts'

/** What an endpoint calls a refusal of its save; FLOW_SAVE_REFUSED (400) unless it says otherwise. */
type RefusedSaveOptions = Partial<Pick<FlowErrorOptions, 'code' | 'status'>> & {
  req: Pick<PayloadRequest, 'i18n'>
}

/**
 * Runs a save of an endpoint's own and turns Payload's refusal of fields into a named error, which names the fields and
 * what is wrong with them, also in `details.issues`. Everything else travels on.
 */
export async function refusedSave<Result>(
  { code = 'FLOW_SAVE_REFUSED', req, status = 400 }: RefusedSaveOptions,
  save: () => Promise<Result>,
): Promise<Result> {
  try {
    return await save()
  } catch (cause) {
    if (!(cause instanceof ValidationError)) throw cause
    const issues = cause.data.errors.map(({ message, path }) => ({ field: path, message }))
    const list = issues.map(({ field, message }) => `${field}: ${message}`).join('; ')
    throw refusal(req, {
      code,
      message: `nothing was saved: ${list}`,
      status,
      details: { issues },
      cause,
      ru: { message: `ничего не сохранено: ${list}` },
    })
  }
}
