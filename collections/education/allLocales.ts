import type { FieldHook, PayloadRequest } from 'payload'

import { readRow } from '../readRow.ts'

type AllLocalesOptions = {
  /** The relation of this document to copy from. */
  relation: string
  relationTo: string
  /** The localised field over there. */
  field: string
}

/**
 * A `beforeChange` hook of a localised field: on creation the text of the related document is copied in every language,
 * and stays when that document changes. A text that was given wins in its language.
 */
export function allLocales({ field, relation, relationTo }: AllLocalesOptions): FieldHook {
  return async ({ field: own, operation, req, siblingData, siblingDocWithLocales, value }) => {
    if (operation !== 'create' || !siblingDocWithLocales || !('name' in own) || !own.name) {
      return value
    }
    const texts = await textsOf(req, { collection: relationTo, id: siblingData[relation], field })
    // Payload takes the languages that the request is not about from here.
    siblingDocWithLocales[own.name] = { ...texts, ...textsIn(siblingDocWithLocales[own.name]) }
    return value || texts[String(req.locale)]
  }
}

async function textsOf(
  req: PayloadRequest,
  { collection, field, id }: { collection: string; field: string; id: unknown },
): Promise<Record<string, string>> {
  const row = await readRow(req, collection, id)
  return textsIn(row?.[field])
}

function textsIn(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    ),
  )
}
