import { quoteOf } from '../../../src/index.ts'

/** How a reason names a file: its address without the query, which may hold a signature. */
export function fileLabel(address: string): string {
  const [path = ''] = address.split(/[?#]/)
  const text = URL.canParse(path) ? `${new URL(path).host}${new URL(path).pathname}` : path
  return quoteOf(text).slice(0, 200)
}
