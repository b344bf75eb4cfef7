/** Whether no language names a price above zero. `price` is by locale, as the row holds it. */
export function isFreeCourse(course: Readonly<Record<string, unknown>>): boolean {
  return Object.values(Object(course['price'])).every((price) => !(amountOf(price) > 0))
}

function amountOf(price: unknown): number {
  if (typeof price !== 'object' || price === null || !('amount' in price)) return 0
  return Number(price.amount ?? 0)
}
