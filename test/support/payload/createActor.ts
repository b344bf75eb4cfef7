import type { Payload } from 'payload'

import type { Role } from '../../../collections/access/role.ts'

/** A signed-in user of a test. */
export type Actor = { id: number | string; email: string; role: Role; token: string }

const password = 'correct horse battery staple'
let counter = 0

/** Creates a user of the given role below access control and signs them in. */
export async function createActor(payload: Payload, role: Role): Promise<Actor> {
  counter += 1
  const email = `${role}-${counter}@example.test`
  await payload.create({ collection: 'users', data: { email, password, role } })
  const { token, user } = await payload.login({ collection: 'users', data: { email, password } })
  if (!token || !user) throw new Error(`No token for ${email}`)
  return { id: user.id, email, role, token }
}
