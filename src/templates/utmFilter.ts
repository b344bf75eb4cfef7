import type { FilterImplOptions } from 'liquidjs'

type LiquidFilter = Extract<FilterImplOptions, (...args: never[]) => unknown>

const names = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term']

/**
 * `{{ "https://shop.example/cart" | utm: "telegram", "message", "abandoned-cart" }}`: the link with its source, medium,
 * campaign, content and term, as far as given; what the link has already stays. Throws on what is no web address.
 */
export const utmFilter: LiquidFilter = (link, ...given) => {
  const text = String(link ?? '')
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error('utm: this is no web address')
  for (const [index, name] of names.entries()) {
    const value: unknown = given[index]
    if (value === undefined || value === null || value === '' || url.searchParams.has(name))
      continue
    url.searchParams.set(name, String(value))
  }
  return url.href
}
