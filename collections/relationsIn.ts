import type { FlattenedField } from 'payload'
import { isRecord } from '../src/kernel/isRecord.ts'

/** One id that a document refers to. */
export type Relation = {
  /** Where it stands, such as `items.0.product`. */
  path: string
  /** The collection it is an id of. */
  target: string
  id: unknown
}

/**
 * Every id that a document, or a part of one, refers to, however deep: in groups, tabs, arrays and blocks. Texts with
 * links inside are left out, the database does not check them either.
 */
export function relationsIn(
  fields: readonly FlattenedField[],
  data: unknown,
  prefix = '',
): Relation[] {
  if (!isRecord(data)) return []
  return fields.flatMap((field) => {
    const value = data[field.name]
    const path = `${prefix}${field.name}`
    return value === undefined || value === null ? [] : relationsOf(field, value, path)
  })
}

function relationsOf(field: FlattenedField, value: unknown, path: string): Relation[] {
  switch (field.type) {
    case 'group':
    case 'tab':
      return relationsIn(field.flattenedFields, value, `${path}.`)
    case 'array':
      return rows(value).flatMap((row, index) =>
        relationsIn(field.flattenedFields, row, `${path}.${index}.`),
      )
    case 'blocks':
      return rows(value).flatMap((row, index) => {
        const block = field.blocks.find(({ slug }) => isRecord(row) && slug === row['blockType'])
        return block ? relationsIn(block.flattenedFields, row, `${path}.${index}.`) : []
      })
    case 'relationship':
    case 'upload':
      return (field.hasMany ? [value].flat() : [value]).flatMap((one: unknown) =>
        relationTo(field.relationTo, one, path),
      )
    default:
      return []
  }
}

/** A related document counts by its id; an object without one is for the field's own validation to refuse. */
function relationTo(to: string | string[], value: unknown, path: string): Relation[] {
  if (typeof to !== 'string') {
    const target = isRecord(value) ? to.find((slug) => slug === value['relationTo']) : undefined
    return target && isRecord(value) ? relationTo(target, value['value'], path) : []
  }
  const id = isRecord(value) ? value['id'] : value
  return id === undefined || id === null || id === '' ? [] : [{ path, target: to, id }]
}

const rows = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
