import type { Json } from '../../src/kernel/json.ts'
import type { Change } from '../rules/change.ts'
import { isJsonObject } from '../../src/kernel/isJsonObject.ts'

/** One price that differs. */
export type PriceChange = {
  /** Field and locale, such as `price.ru`. */
  path: string
  locale: string | null
  currency: string | null
  old: number | null
  new: number | null
}

/** Every amount or currency that differs between the two rows, per price field and locale. */
export function priceChanges(
  { current, previous }: Change,
  fields: readonly string[],
): PriceChange[] {
  return fields.flatMap((field) => {
    const after = byLocale(current[field])
    const before = byLocale(previous?.[field])
    const locales = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...locales].flatMap((locale) => {
      const was = asMoney(before[locale])
      const is = asMoney(after[locale])
      if (was.amount === is.amount && was.currency === is.currency) return []
      const change: PriceChange = {
        path: locale === '' ? field : `${field}.${locale}`,
        locale: locale === '' ? null : locale,
        currency: is.currency ?? was.currency,
        old: was.amount,
        new: is.amount,
      }
      return [change]
    })
  })
}

/** A price that is not localised stands under the empty locale. */
function byLocale(value: Json | undefined): Record<string, Json | undefined> {
  if (!isJsonObject(value)) return {}
  return 'amount' in value || 'currency' in value ? { '': value } : value
}

function asMoney(value: Json | undefined): { amount: number | null; currency: string | null } {
  if (!isJsonObject(value)) return { amount: null, currency: null }
  const { amount, currency } = value
  return {
    amount: typeof amount === 'number' ? amount : null,
    currency: typeof currency === 'string' ? currency : null,
  }
}
