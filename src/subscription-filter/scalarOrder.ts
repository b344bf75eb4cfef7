/**
 * Orders two JSON scalars: negative, zero, positive, or `null` when they cannot be compared.
 * The only coercion of the filter language lives here: a decimal text against a number, an ISO date against an ISO date.
 */
export function scalarOrder(left: unknown, right: unknown): number | null {
  if (typeof left === 'string' && typeof right === 'string') return textOrder(left, right)
  const leftNumber = asNumber(left)
  const rightNumber = asNumber(right)
  return leftNumber === null || rightNumber === null ? null : leftNumber - rightNumber
}

const decimal = /^[+-]?\d+(?:\.\d+)?$/
const isoDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/

function asNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'string' && value.length <= 64 && decimal.test(value)
    ? Number(value)
    : null
}

function textOrder(left: string, right: string): number {
  if (left === right) return 0
  const leftInstant = asInstant(left)
  const rightInstant = leftInstant === null ? null : asInstant(right)
  if (leftInstant !== null && rightInstant !== null) return leftInstant - rightInstant
  return left < right ? -1 : 1
}

function asInstant(text: string): number | null {
  // The first digit test spares most texts the expression.
  if (text.length < 10 || text.length > 40 || text[4] !== '-') return null
  const found = isoDate.exec(text)
  if (found === null) return null
  const hasTimeWithoutZone = text.length > 10 && found[1] === undefined
  // Without a zone JavaScript would take the machine's own, and two workers could disagree.
  const instant = Date.parse(hasTimeWithoutZone ? `${text}Z` : text)
  return Number.isNaN(instant) ? null : instant
}
