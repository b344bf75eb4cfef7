/** Two rules that would write over each other: a field twice, or a field and one inside it. Rules are counted from 1. */
export type Clash = { rule: number; earlier: number; to: string }

/** The first clash among fields written with dots; `items` and `items.*.sku` clash, `items.*.sku` and `items.*.price` do not. */
export function clashingField(fields: readonly string[]): Clash | undefined {
  for (const [index, to] of fields.entries()) {
    const earlier = fields.slice(0, index).findIndex((other) => areClashing(other, to))
    if (earlier !== -1) return { rule: index + 1, earlier: earlier + 1, to }
  }
  return undefined
}

function areClashing(one: string, other: string): boolean {
  const first = one.split('.')
  const second = other.split('.')
  for (const [at, step] of first.entries()) {
    const against = second[at]
    if (against === undefined) return true
    // A list cannot have named members beside its elements.
    if ((step === '*') !== (against === '*')) return true
    if (step !== against) return false
  }
  return true
}
