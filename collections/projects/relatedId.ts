/** The id of a relation, populated or not; `undefined` for none. */
export function relatedId(relation: unknown): number | string | undefined {
  const id =
    typeof relation === 'object' && relation !== null && 'id' in relation ? relation.id : relation
  return typeof id === 'number' || typeof id === 'string' ? id : undefined
}
