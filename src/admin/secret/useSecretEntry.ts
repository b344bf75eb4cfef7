'use client'

import { useDocumentEvents, useDocumentInfo, useFormFields } from '@payloadcms/ui'

import { SECRET_MASK } from '../../kernel/secretMask.ts'
import { isRecord } from '../../kernel/isRecord.ts'
import { textOf } from '../elements/textOf.ts'

/** The channel entry a secret belongs to. */
export type SecretEntry = {
  /** Id of the saved subscription, or undefined. */
  subscriptionId: string | undefined
  entryId: string | undefined
  fieldName: string
  /** The secret the server generated with the save just made; only that one answer holds it. */
  revealed: string | undefined
}

/** Finds the entry of a field by its path, `channels.0.secret`. */
export function useSecretEntry(path: string): SecretEntry {
  const { id } = useDocumentInfo()
  const { mostRecentUpdate } = useDocumentEvents()
  const steps = path.split('.')
  const fieldName = steps.at(-1) ?? ''
  const entryPath = steps.slice(0, -1).join('.')
  const entryId = textOf(useFormFields(([fields]) => fields[`${entryPath}.id`]?.value))
  const doc: unknown = mostRecentUpdate?.doc
  const entries = isRecord(doc) && Array.isArray(doc['channels']) ? doc['channels'] : []
  const saved = entries.filter(isRecord).find((entry) => entry['id'] === entryId)
  const plain = textOf(saved?.[fieldName])
  return {
    subscriptionId: id === undefined ? undefined : String(id),
    entryId,
    fieldName,
    revealed: plain && plain !== SECRET_MASK ? plain : undefined,
  }
}
