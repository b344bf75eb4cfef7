import type { FilterImplOptions } from 'liquidjs'

type LiquidFilter = Extract<FilterImplOptions, (...args: never[]) => unknown>

/**
 * `{{ price.old | percent_change: price.new, "ru" }}` → `−15 %`: how far the second number is from the first, with its
 * sign, rounded to whole percent. Throws on what is not a number, and from zero.
 */
export const percentChangeFilter: LiquidFilter = (before, after, locale) => {
  const [from, to] = [Number(before), Number(after)]
  if (!Number.isFinite(from) || !Number.isFinite(to) || from === 0) {
    throw new Error('percent_change: needs two numbers, the first not zero')
  }
  return new Intl.NumberFormat(typeof locale === 'string' ? locale : 'en', {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  }).format((to - from) / Math.abs(from))
}
