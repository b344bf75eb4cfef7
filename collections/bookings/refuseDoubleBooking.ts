import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import { inTurn } from '../inTurn.ts'
import { refuseField } from '../refuseField.ts'
import { plannedTimes } from './plannedTimes.ts'
import { advisoryLock } from '../advisoryLock.ts'

/** A booking in one of these keeps its time. */
const holding = ['pending', 'confirmed', 'completed']

/**
 * Nobody is booked twice at one time, breaks included: 400 on `startsAt`. Writers of bookings of one person take turns;
 * documents of one bulk update, which share a connection, are held apart by notes of their transaction.
 * Stands last: times and status are final here.
 */
export const refuseDoubleBooking: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { busyUntil, staffMember, startsAt, status } = data
  if (!staffMember || !startsAt || !busyUntil || !holding.includes(status)) return data
  const id: number | string | undefined = operation === 'update' ? originalDoc.id : undefined
  await inTurn(req, `booking:${staffMember}`, async () => {
    await advisoryLock(req, 'booking', staffMember)
    const planned = await plannedTimes(req, staffMember)
    const time = { id, from: new Date(startsAt).getTime(), until: new Date(busyUntil).getTime() }
    if (
      !planned.overlaps(time) &&
      !(await isTaken(req, { id, staffMember, startsAt, busyUntil }))
    ) {
      planned.add(time)
      return
    }
    throw refuseField({
      req,
      collection: collection.slug,
      path: 'startsAt',
      message: { en: 'This time is taken already.', ru: 'Это время уже занято.' },
      id,
    })
  })
  return data
}

type WantedTime = {
  id: number | string | undefined
  staffMember: number | string
  startsAt: string
  busyUntil: string
}

async function isTaken(req: PayloadRequest, wanted: WantedTime): Promise<boolean> {
  const { totalDocs } = await req.payload.db.count({
    collection: 'bookings',
    where: {
      and: [
        { staffMember: { equals: wanted.staffMember } },
        { status: { in: holding } },
        { startsAt: { less_than: new Date(wanted.busyUntil).toISOString() } },
        { busyUntil: { greater_than: new Date(wanted.startsAt).toISOString() } },
        ...(wanted.id === undefined ? [] : [{ id: { not_equals: wanted.id } }]),
      ],
    },
    req,
  })
  return totalDocs > 0
}
