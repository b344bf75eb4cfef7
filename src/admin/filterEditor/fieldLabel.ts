import { isRecord } from '../../kernel/isRecord.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'

/** What the labels of a path's steps are looked up in. */
export type LabelSource = {
  /** Fields of the collections the chosen events are about, as the admin's config has them. */
  fields: readonly unknown[]
  /** Names of the site's content languages by code. */
  locales: Readonly<Record<string, string>>
  language: string
}

/** `data.current.total.ru.amount` → "Total (Русский) › Amount", by the labels of the collection's form. */
export function fieldLabel(path: string, { fields, language, locales }: LabelSource): string {
  const steps = path
    .replace(/^data\.(current|previous)\./, '')
    .replace(/^(data|meta)\./, '')
    .split('.')
  let level = fields
  const words: string[] = []
  for (const step of steps) {
    if (step === '*') continue
    const locale = locales[step]
    if (locale !== undefined && words.length > 0) {
      words.push(`${words.pop()} (${locale})`)
      continue
    }
    const field = findField(level, step)
    words.push(pickLocalised(field?.['label'], language) || humanised(step))
    level = Array.isArray(field?.['fields']) ? field['fields'] : []
  }
  return words.join(' › ')
}

/** A field by name; rows, tabs and other boxes without a name are looked through. */
function findField(fields: readonly unknown[], name: string): Record<string, unknown> | undefined {
  for (const field of fields) {
    if (!isRecord(field)) continue
    if (field['name'] === name) return field
    const inner = field['name'] === undefined ? (field['fields'] ?? field['tabs']) : undefined
    const found = Array.isArray(inner) ? findField(inner, name) : undefined
    if (found) return found
  }
  return undefined
}

function humanised(step: string): string {
  if (step === 'id') return 'ID'
  const words = step
    .replace(/[_-]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
