import type { FilterImplOptions } from 'liquidjs'

type LiquidFilter = Extract<FilterImplOptions, (...args: never[]) => unknown>

/**
 * `{{ data.current.total.ru.amount | money: "RUB", "ru" }}` → `20 000,00 ₽`. The amount is in whole units (roubles, not kopecks);
 * the locale defaults to the event's own, then to English. Throws on what is not a number or a currency.
 */
export const moneyFilter: LiquidFilter = function (amount, currency, locale) {
  const number = toNumber(amount)
  if (number === null) throw new Error(`money: ${typeof amount} is not an amount`)
  const language = typeof locale === 'string' ? locale : eventLocale(this.context.getAll())
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: String(currency ?? ''),
  }).format(number)
}

function toNumber(amount: unknown): number | null {
  if (typeof amount === 'number') return Number.isFinite(amount) ? amount : null
  const isDecimal = typeof amount === 'string' && /^-?\d+(?:\.\d+)?$/.test(amount)
  return isDecimal ? Number(amount) : null
}

function eventLocale(scope: object): string {
  const meta: unknown = 'meta' in scope ? scope.meta : undefined
  const isObject = typeof meta === 'object' && meta !== null
  const locale: unknown = isObject && 'locale' in meta ? meta.locale : undefined
  return typeof locale === 'string' ? locale : 'en'
}
