import type { Json, JsonObject } from '../kernel/json.ts'

const MASK = '••••'

/**
 * The same JSON with every occurrence of a secret replaced: what a channel reports is stored and shown, and a receiver may
 * well echo a token back. Secrets shorter than four characters are left: they would hit everything.
 */
export function maskValues(
  value: JsonObject | null,
  secrets: readonly string[],
): JsonObject | null {
  const long = secrets.filter((secret) => secret.length >= 4)
  if (value === null || long.length === 0) return value
  return mask(value, long) as JsonObject
}

function mask(value: Json | undefined, secrets: readonly string[]): Json {
  if (typeof value === 'string') {
    return secrets.reduce((text, secret) => text.replaceAll(secret, MASK), value)
  }
  if (Array.isArray(value)) return value.map((item) => mask(item, secrets))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, mask(inner, secrets)]),
    )
  }
  return value ?? null
}
