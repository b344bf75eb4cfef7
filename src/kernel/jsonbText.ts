/**
 * JSON that Postgres takes as jsonb: it refuses NUL and halves of surrogate pairs, which receivers' answers and cut
 * texts may hold, and one such row would refuse its whole batch. They become U+FFFD, the sign for a lost character.
 */
export function jsonbText(value: unknown): string {
  // JSON.stringify writes exactly these as escapes; a backslash before them must not itself be escaped.
  return JSON.stringify(value).replace(
    /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g,
    '$1\\ufffd',
  )
}
