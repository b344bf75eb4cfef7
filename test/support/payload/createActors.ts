import type { Payload } from 'payload'

import type { Role } from '../../../collections/access/role.ts'
import { type Actor, createActor } from './createActor.ts'

/** One actor of every role. */
export async function createActors(payload: Payload): Promise<Record<Role, Actor>> {
  return {
    admin: await createActor(payload, 'admin'),
    manager: await createActor(payload, 'manager'),
    viewer: await createActor(payload, 'viewer'),
    customer: await createActor(payload, 'customer'),
  }
}
