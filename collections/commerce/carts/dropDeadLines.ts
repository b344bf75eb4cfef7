import type { CollectionBeforeValidateHook } from 'payload'

/**
 * Takes lines out whose product was deleted: they know their title but no product any more. A line that never had a product
 * stays, for the validation to refuse.
 */
export const dropDeadLines: CollectionBeforeValidateHook = ({ data }) => {
  if (!data || !Array.isArray(data['items'])) return data
  const items = data['items'].filter((line) => !isDead(line))
  return items.length === data['items'].length ? data : { ...data, items }
}

function isDead(line: unknown): boolean {
  if (typeof line !== 'object' || line === null) return false
  const product: unknown = Reflect.get(line, 'product')
  return (product === null || product === undefined) && Boolean(Reflect.get(line, 'title'))
}
