/** Which texts of which column; `pattern` is a parameter such as `$1`, for ILIKE. */
export type KnownTexts = { table: string; column: string; pattern: string; limit: number }

/**
 * The different values of an indexed text column that match a pattern, `limit` at most, by leaps through the index: as many steps as
 * there are values, not rows. Rows of `text`.
 */
export function knownTextsSql({ column, limit, pattern, table }: KnownTexts): string {
  return `
WITH RECURSIVE known(text) AS (
  (SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL ORDER BY ${column} LIMIT 1)
  UNION ALL
  SELECT (SELECT ${column} FROM ${table} WHERE ${column} > known.text ORDER BY ${column} LIMIT 1)
  FROM known WHERE known.text IS NOT NULL
)
SELECT text FROM known WHERE text ILIKE ${pattern} LIMIT ${limit}`
}
