import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { FilterImplOptions } from 'liquidjs'

type LiquidFilter = Extract<FilterImplOptions, (...args: never[]) => unknown>

/**
 * `{{ data.current.phone | phone }}` → `+7 916 123 45 67`; `| phone: "e164"` → `+79161234567`. What is no number that can
 * be dialled from abroad stays as it was typed.
 */
export const phoneFilter: LiquidFilter = (value, form) => {
  const typed = String(value ?? '')
  const parsed = parsePhoneNumberFromString(typed)
  if (!parsed?.isPossible()) return typed
  return form === 'e164' ? parsed.number : parsed.formatInternational()
}
