import type { CartLine } from './cartLine.ts'

/** What makes two lines the same one: the product and its variant. */
export function lineKey({ product, variant }: Pick<CartLine, 'product' | 'variant'>): string {
  return JSON.stringify([String(product ?? ''), variant ?? null])
}
