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
  if (value === null || secrets.every(isShort)) return value
  return mask(value, secrets) as JsonObject
}

/** The same for one text. */
export function maskText(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (left, secret) => (isShort(secret) ? left : left.replaceAll(secret, MASK)),
    text,
  )
}

function isShort(secret: string): boolean {
  return secret.length < 4
}

function mask(value: Json | undefined, secrets: readonly string[]): Json {
  if (typeof value === 'string') {
    return maskText(value, secrets)
  }
  if (Array.isArray(value)) return value.map((item) => mask(item, secrets))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, mask(inner, secrets)]),
    )
  }
  return value ?? null
}
