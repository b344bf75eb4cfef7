import type { PayloadRequest } from 'payload'

import type { StoredRow } from '../../readRow.ts'
import { freeTimes } from './freeTimes.ts'
import { type Stretch, type WorkingHours, workingTimes } from './workingTimes.ts'

/** When one person is free for a service on one day. */
export type Availability = {
  staffMember: number | string
  name: string
  timeZone: string
  /** Milliseconds since the Unix epoch, rising. */
  starts: number[]
}

type AvailabilityOptions = {
  service: StoredRow
  /** `2026-11-23`, in the zone of each person. */
  date: string
  /** Of this person only. */
  staffMember?: string | undefined
  now: number
}

const MINUTE_MS = 60_000

/** Who of a service's staff is free when, in the order of the service's list; people without active hours are left out. */
export async function availability(
  req: PayloadRequest,
  { date, now, service, staffMember }: AvailabilityOptions,
): Promise<Availability[]> {
  const members = idsOf(service['staff']).filter(
    (id) => staffMember === undefined || String(id) === staffMember,
  )
  const schedules = await schedulesOf(req, members)
  const durationMs = minutesOf(service['durationMinutes'], 60)
  const bufferMs = minutesOf(service['bufferMinutes'], 0)
  const stepMs = minutesOf(service['slotMinutes'], 0) || durationMs + bufferMs
  const earliest = now + minutesOf(service['noticeMinutes'], 0)
  const result: Availability[] = []
  for (const member of members) {
    const schedule = schedules.find((row) => String(row['staffMember']) === String(member))
    if (!schedule) continue
    const hours = hoursOf(schedule)
    const working = workingTimes(hours, date)
    const busy = await busyTimes(req, member, working)
    const starts = freeTimes({ working, busy, durationMs, bufferMs, stepMs, earliest })
    result.push({
      staffMember: member,
      name: String(schedule['name']),
      timeZone: hours.timeZone,
      starts,
    })
  }
  return result
}

async function schedulesOf(
  req: PayloadRequest,
  members: readonly (number | string)[],
): Promise<StoredRow[]> {
  if (members.length === 0) return []
  const { docs } = await req.payload.db.find<StoredRow>({
    collection: 'staff-schedules',
    where: { and: [{ staffMember: { in: members } }, { active: { equals: true } }] },
    pagination: false,
    limit: 0,
    req,
  })
  return docs
}

async function busyTimes(
  req: PayloadRequest,
  member: number | string,
  working: readonly Stretch[],
): Promise<Stretch[]> {
  const [first] = working
  const last = working.at(-1)
  if (!first || !last) return []
  // A booking that begins at the end of the day is not in the way of anything but its break is.
  const { docs } = await req.payload.db.find<StoredRow>({
    collection: 'bookings',
    where: {
      and: [
        { staffMember: { equals: member } },
        { status: { in: ['pending', 'confirmed', 'completed'] } },
        { startsAt: { less_than: new Date(last.until + 24 * 60 * MINUTE_MS).toISOString() } },
        { busyUntil: { greater_than: new Date(first.from).toISOString() } },
      ],
    },
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map((row) => ({ from: timeOf(row['startsAt']), until: timeOf(row['busyUntil']) }))
}

function hoursOf(schedule: StoredRow): WorkingHours {
  return {
    timeZone: typeof schedule['timeZone'] === 'string' ? schedule['timeZone'] : 'Europe/Moscow',
    hours: rowsOf(schedule['hours']).map(({ day, from, to }) => ({
      day: String(day),
      from: String(from),
      to: String(to),
    })),
    absences: rowsOf(schedule['absences']).map(({ from, to }) => ({
      from: timeOf(from),
      until: timeOf(to),
    })),
  }
}

function rowsOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value : []
}

function idsOf(value: unknown): (number | string)[] {
  return Array.isArray(value) ? value : []
}

const minutesOf = (value: unknown, otherwise: number): number =>
  (typeof value === 'number' ? value : otherwise) * MINUTE_MS

const timeOf = (value: unknown): number => new Date(String(value)).getTime()
