import type { Payload, TypedUser } from 'payload'

import type { Timeline } from './support/createTimeline.ts'
import type { Planter } from './support/planter.ts'

/** Somebody the shop knows. */
export type Person = {
  id: number
  name: string
  email: string
  phone: string
  language: 'ru' | 'en'
}

/** What every area of the business is seeded with. */
export type SeedContext = {
  payload: Payload
  planter: Planter
  timeline: Timeline
  /** False when a mail server is set: then nothing that writes letters is switched on. */
  isMailKept: boolean
  /** The manager, in whose name staff act. */
  manager: TypedUser
  staff: Readonly<Record<'anna' | 'dmitry' | 'olga' | 'timur', number>>
  customers: readonly Person[]
}
