import type { I18n } from '@payloadcms/translations'

import { isRecord } from '../../kernel/isRecord.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'

type Translator = Pick<I18n, 'language' | 't'>

/**
 * Finds what the form of a collection calls a value of its row, by the value's path below `data`; empty for values the
 * form does not have. `fields` are flattened: rows, tabs and other boxes without a name are gone.
 */
export function fieldNameIn(
  fields: readonly unknown[],
  i18n: Translator,
): (path: string) => string {
  return (path) => {
    const [root, ...steps] = path.split('.').filter((step) => step !== '*' && step !== '<locale>')
    if (root !== 'current' || steps.length === 0) return ''
    let level = fields
    let label: unknown
    for (const step of steps) {
      const field = level.filter(isRecord).find(({ name }) => name === step)
      if (!field) return ''
      label = field['label']
      const inner = field['flattenedFields'] ?? field['fields']
      level = Array.isArray(inner) ? inner : []
    }
    return typeof label === 'function'
      ? pickLocalised(label({ t: i18n.t, i18n }), i18n.language)
      : pickLocalised(label, i18n.language)
  }
}
