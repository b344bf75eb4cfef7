/** Which texts of which column; `text` is a parameter such as `$1`. */
export type KnownTexts = { table: string; column: string; text: string; limit: number }

/** Leaps that take about a tenth of a second. */
const MOST_LEAPS = 10_000

/**
 * The different values of an indexed text column that contain a text, `limit` at most, by leaps through the index: as many steps as there
 * are values, not rows. Of a column with more than 10,000 values the first of them are looked at, and those that begin with
 * the text, as it is written and in small letters. Rows of `text`.
 */
export function knownTextsSql({ column, limit, table, text }: KnownTexts): string {
  const beginsWith = (start: string): string => `
  (SELECT DISTINCT ${column} AS text FROM ${table}
   WHERE ${column} >= ${start} AND ${column} < ${start} || U&'\\+10FFFF' AND starts_with(${column}, ${start}) LIMIT ${limit})`
  return `
SELECT text FROM (
  (WITH RECURSIVE known(text, leap) AS (
    (SELECT ${column}, 1 FROM ${table} WHERE ${column} IS NOT NULL ORDER BY ${column} LIMIT 1)
    UNION ALL
    SELECT (SELECT ${column} FROM ${table} WHERE ${column} > known.text ORDER BY ${column} LIMIT 1), leap + 1
    FROM known WHERE known.text IS NOT NULL AND leap < ${MOST_LEAPS}
  )
  SELECT text FROM known WHERE strpos(lower(text), lower(${text})) > 0 LIMIT ${limit})
  UNION${beginsWith(`${text}::text`)}
  UNION${beginsWith(`lower(${text})`)}
) found LIMIT ${limit}`
}
