const decimal = /^[+-]?\d+(?:\.\d+)?$/

/** A number, also from a text as people write amounts: `1 980,50`. `undefined` for what is none. */
export function toNumber(value: string | number | boolean, decimals?: number): number | undefined {
  if (typeof value === 'boolean') return undefined
  const number = typeof value === 'number' ? value : fromText(value)
  if (number === undefined || !Number.isFinite(number)) return undefined
  return decimals === undefined ? number : Number(number.toFixed(decimals))
}

function fromText(text: string): number | undefined {
  const compact = text.replace(/[\s\u00a0\u202f']/g, '').replace(',', '.')
  return decimal.test(compact) ? Number(compact) : undefined
}
