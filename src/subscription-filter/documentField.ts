const prefix = 'data.current.'

/** The path of a change operator relative to the document: `status` and `data.current.status` mean the same. */
export function documentField(field: string): string {
  return field.startsWith(prefix) ? field.slice(prefix.length) : field
}
