import type { CollectionBeforeValidateHook } from 'payload'

import { priceInLocale } from '../priceInLocale.ts'
import { readRow, type StoredRow } from '../readRow.ts'

const MINUTE_MS = 60_000
const DEFAULT_MINUTES = 60

/**
 * Completes a booking from its service: the price is frozen on a new one, and the end is counted again whenever the service
 * or the beginning changes. The time zone is that of whom is booked.
 */
export const openBooking: CollectionBeforeValidateHook = async (args) => {
  const { data, operation, originalDoc, req } = args
  if (!data) return data
  const startsAt: unknown = data['startsAt'] ?? originalDoc?.startsAt
  const serviceId: unknown = data['service'] ?? originalDoc?.service
  const isMoved =
    operation === 'create' ||
    !isSameTime(startsAt, originalDoc?.startsAt) ||
    String(serviceId) !== String(originalDoc?.service)
  const service = isMoved ? await readRow(req, 'services', serviceId) : undefined
  if (!service) return data
  const isPriced = operation === 'update' || typeof data['price']?.amount === 'number'
  const price = isPriced ? undefined : priceInLocale(req, service['price'])
  const timeZone = data['timeZone'] || originalDoc?.timeZone || (await zoneOf(args))
  return {
    ...data,
    ...times(startsAt, service),
    ...(price ? { price } : {}),
    ...(timeZone ? { timeZone } : {}),
  }
}

/** A beginning that is no date is the field validation's business. */
function times(startsAt: unknown, service: StoredRow): Record<string, string> {
  const start =
    typeof startsAt === 'string' || startsAt instanceof Date ? new Date(startsAt).getTime() : NaN
  if (Number.isNaN(start)) return {}
  const end = start + minutesOf(service['durationMinutes'], DEFAULT_MINUTES) * MINUTE_MS
  const busy = end + minutesOf(service['bufferMinutes'], 0) * MINUTE_MS
  return {
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(end).toISOString(),
    busyUntil: new Date(busy).toISOString(),
  }
}

async function zoneOf({
  data,
  req,
}: Parameters<CollectionBeforeValidateHook>[0]): Promise<unknown> {
  const staffMember: unknown = data?.['staffMember']
  if (typeof staffMember !== 'number' && typeof staffMember !== 'string') return undefined
  const schedule = await req.payload.db.findOne<StoredRow>({
    collection: 'staff-schedules',
    where: { staffMember: { equals: staffMember } },
    req,
  })
  return schedule?.['timeZone']
}

const minutesOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise

function isSameTime(left: unknown, right: unknown): boolean {
  const [a, b] = [left, right].map((value) => new Date(String(value)).getTime())
  return a === b
}
