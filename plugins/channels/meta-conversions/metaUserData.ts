import { type Json, type JsonObject, sha256Hex } from '../../../src/index.ts'

/** Sent as they are. */
const plainFields = [
  'client_ip_address',
  'client_user_agent',
  'fbp',
  'fbc',
  'lead_id',
  'madid',
  'subscription_id',
] as const

/** Sent as SHA-256 of their normal form. Rules of [MN], the SDK's own normalisation. */
const hashedFields: Readonly<Record<string, (text: string) => string | undefined>> = {
  em: (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : undefined),
  ph: (text) => {
    const digits = text.replace(/\D/g, '').replace(/^0{1,2}/, '')
    return digits.length >= 7 && digits.length <= 16 ? digits : undefined
  },
  fn: (text) => text,
  ln: (text) => text,
  ct: (text) => text.replace(/[\d\s().-]/g, '') || undefined,
  st: (text) => text.replace(/[\d\s().-]/g, '') || undefined,
  zp: (text) => text.replace(/\s/g, '').split('-')[0] || undefined,
  country: (text) => (/^[a-z]{2}$/.test(text) ? text : undefined),
  ge: (text) => (/^[fm]/.test(text) ? text[0] : undefined),
  db: (text) => (/^\d{8}$/.test(text.replace(/\D/g, '')) ? text.replace(/\D/g, '') : undefined),
  external_id: (text) => text,
}

/** Names of `user_data`, with two of our own: `name` becomes `fn` and `ln`, `fbclid` becomes `fbc`. */
export const metaUserFields: readonly string[] = [
  ...Object.keys(hashedFields),
  ...plainFields,
  'name',
  'fbclid',
]

/** What Meta is told about a person, and which values were not fit for it. */
export type MetaUserData = { data: JsonObject; unfit: string[] }

const alreadyHashed = /^(?:[\da-f]{64}|[\da-f]{32})$/

/** Normalises and hashes `user_data`. A field that Meta does not know is `unfit`, so that nothing personal leaves in clear. */
export function metaUserData(given: JsonObject, eventTimeSeconds: number): MetaUserData {
  const { fbclid, name, ...fields } = given
  const data: JsonObject = {}
  const unfit: string[] = []
  for (const [field, value] of Object.entries({ ...namesOf(name), ...fields })) {
    const sent = userValue(field, value)
    if (sent === undefined) unfit.push(field)
    else data[field] = sent
  }
  if (typeof fbclid === 'string' && data['fbc'] === undefined)
    data['fbc'] = `fb.1.${eventTimeSeconds * 1000}.${fbclid}`
  return { data, unfit }
}

function userValue(field: string, value: Json | undefined): Json | undefined {
  if (plainFields.some((plain) => plain === field)) return value
  const normalise = Object.hasOwn(hashedFields, field) ? hashedFields[field] : undefined
  if (normalise === undefined) return undefined
  const texts = (Array.isArray(value) ? value : [value]).map((one) => hashed(one, normalise))
  const fit = texts.filter((text) => text !== undefined)
  return fit.length === 0 ? undefined : fit
}

function hashed(
  value: Json | undefined,
  normalise: (text: string) => string | undefined,
): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).trim().toLowerCase()
  if (alreadyHashed.test(text)) return text
  const normal = normalise(text)
  return normal === undefined || normal === '' ? undefined : sha256Hex(normal)
}

/** "Анна Смирнова" as first and last name; one word is the first. */
function namesOf(name: Json | undefined): JsonObject {
  if (typeof name !== 'string' || name.trim() === '') return {}
  const words = name.trim().split(/\s+/)
  const last = words.length > 1 ? words.at(-1) : undefined
  return { fn: words[0], ...(last === undefined ? {} : { ln: last }) }
}
