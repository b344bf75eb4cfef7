import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Role } from '../../../collections/access/role.ts'
import { type BootedPayload, bootPayload } from '../../support/bootPayload.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { createActors } from '../../support/payload/createActors.ts'

let app: BootedPayload
let as: Record<Role, Actor>

const password = 'a password of a test'
let counter = 0
const smallest = () => {
  counter += 1
  return { email: `new-${counter}@example.test`, password }
}

beforeAll(async () => {
  app = await bootPayload()
})

afterAll(async () => {
  await app?.destroy()
})

describe('EV-10 the first user', () => {
  test('registers as the administrator, and only the first', async () => {
    const first = await app.rest('POST', '/users/first-register', {
      ...smallest(),
      role: 'customer',
    })
    expect(first.status).toBe(200)
    expect(first.body['user']).toMatchObject({ role: 'admin' })
    const second = await app.rest('POST', '/users/first-register', smallest())
    expect(second.status).toBe(403)
    as = await createActors(app.payload)
    await app.payload.delete({
      collection: 'users',
      where: { role: { equals: 'admin' }, id: { not_equals: as.admin.id } },
    })
  })
})

describe('EV-10 access to users', () => {
  test.each<[Role | undefined, number, number, number, number]>([
    ['admin', 201, 200, 200, 200],
    ['manager', 201, 200, 200, 403],
    ['viewer', 403, 200, 403, 403],
    ['customer', 403, 404, 403, 403],
    [undefined, 403, 403, 403, 403],
  ])('%s: create %d, read %d, update %d, delete %d', async (role, create, read, update, remove) => {
    const { id } = await createActor(app.payload, 'customer')
    const options = { user: role ? as[role] : undefined }
    const statuses = [
      (await app.rest('POST', '/users', smallest(), options)).status,
      (await app.rest('GET', `/users/${id}`, undefined, options)).status,
      (await app.rest('PATCH', `/users/${id}`, { name: 'x' }, options)).status,
      (await app.rest('DELETE', `/users/${id}`, undefined, options)).status,
    ]
    expect(statuses).toEqual([create, read, update, remove])
  })

  test('a manager cannot change an administrator', async () => {
    const answer = await app.rest(
      'PATCH',
      `/users/${as.admin.id}`,
      { password: 'taken over' },
      { user: as.manager },
    )
    expect(answer.status).toBe(403)
  })

  test.each<Role>(['viewer', 'customer'])('a %s edits their own profile', async (role) => {
    const answer = await app.rest(
      'PATCH',
      `/users/${as[role].id}`,
      { name: role },
      { user: as[role] },
    )
    expect(answer.body.doc['name']).toBe(role)
  })

  test('a customer finds nobody but themselves', async () => {
    const { body } = await app.rest('GET', '/users', undefined, { user: as.customer })
    expect(body.docs.map(({ id }) => id)).toEqual([as.customer.id])
  })

  test.each<[Role, boolean]>([
    ['admin', true],
    ['manager', true],
    ['viewer', true],
    ['customer', false],
  ])('%s: may open the admin panel: %s', async (role, isWelcome) => {
    const { body } = await app.rest('GET', '/access', undefined, { user: as[role] })
    expect(Boolean(body['canAccessAdmin'])).toBe(isWelcome)
  })
})

describe('EV-10 the role', () => {
  const roleOfNew = async (creator: Actor) => {
    const answer = await app.rest(
      'POST',
      '/users',
      { ...smallest(), role: 'manager' },
      { user: creator },
    )
    return answer.body.doc['role']
  }

  test('is customer unless said otherwise', async () => {
    const answer = await app.rest('POST', '/users', smallest(), { user: as.admin })
    expect(answer.body.doc['role']).toBe('customer')
  })

  test('is given by administrators only', async () => {
    expect(await roleOfNew(as.admin)).toBe('manager')
    expect(await roleOfNew(as.manager)).toBe('customer')
  })

  test.each<Role>(['manager', 'viewer', 'customer'])(
    'a %s cannot promote themselves',
    async (role) => {
      const { id } = as[role]
      await app.rest('PATCH', `/users/${id}`, { role: 'admin', name: 'x' }, { user: as[role] })
      const user = await app.payload.findByID({ collection: 'users', id })
      expect(user['role']).toBe(role)
    },
  )

  test('cannot be given by a manager even where access is overridden', async () => {
    const user = await app.payload.findByID({ collection: 'users', id: as.manager.id })
    const created = await app.payload.create({
      collection: 'users',
      data: { ...smallest(), role: 'admin' },
      user: { ...user, collection: 'users' },
    })
    expect(created['role']).toBe('customer')
  })

  test('is in the token', () => {
    const [, claims = ''] = as.viewer.token.split('.')
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      role: 'viewer',
    })
  })
})

describe('EV-10 the last administrator', () => {
  const code = 'FLOW_USERS_LAST_ADMIN'

  test('cannot be deleted', async () => {
    const answer = await app.rest('DELETE', `/users/${as.admin.id}`, undefined, { user: as.admin })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain(code)
  })

  test('cannot be demoted', async () => {
    const answer = await app.rest(
      'PATCH',
      `/users/${as.admin.id}`,
      { role: 'viewer' },
      { user: as.admin },
    )
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain(code)
  })

  test('stays when all are deleted in bulk, or delete each other at the same time', async () => {
    const other = await createActor(app.payload, 'admin')
    await app.rest('DELETE', '/users?where[role][equals]=admin', undefined, { user: as.admin })
    await Promise.all([
      app.rest('DELETE', `/users/${other.id}`, undefined, { user: as.admin }),
      app.rest('DELETE', `/users/${as.admin.id}`, undefined, { user: other }),
    ])
    const left = await app.payload.find({
      collection: 'users',
      where: { role: { equals: 'admin' } },
    })
    expect(left.totalDocs).toBe(1)
    as.admin = left.docs[0]?.['id'] === as.admin.id ? as.admin : other
  })

  test('may go when there is another one', async () => {
    const other = await createActor(app.payload, 'admin')
    const answer = await app.rest('DELETE', `/users/${other.id}`, undefined, { user: as.admin })
    expect(answer.status).toBe(200)
  })
})

describe('EV-10 an API key', () => {
  const apiKey = '0d9c1d3e-7a50-4c8e-9b1f-1f0f6a2f7f10'

  test('set by its owner, signs requests in and is readable by nobody', async () => {
    const path = `/users/${as.manager.id}`
    const set = await app.rest('PATCH', path, { enableAPIKey: true, apiKey }, { user: as.manager })
    expect(set.status).toBe(200)
    const me = await app.rest('GET', '/users/me', undefined, {
      headers: { authorization: `users API-Key ${apiKey}` },
    })
    expect(me.body['user']).toMatchObject({ id: as.manager.id })
    for (const user of [as.admin, as.viewer, as.manager]) {
      expect(JSON.stringify((await app.rest('GET', path, undefined, { user })).body)).not.toContain(
        apiKey,
      )
    }
  })

  test.each<[Role, Role]>([
    ['manager', 'viewer'],
    ['customer', 'customer'],
  ])('a %s cannot set that of a %s', async (writer, owner) => {
    const stolen = `${writer}-chose-this-key`
    await app.rest(
      'PATCH',
      `/users/${as[owner].id}`,
      { enableAPIKey: true, apiKey: stolen },
      { user: as[writer] },
    )
    const me = await app.rest('GET', '/users/me', undefined, {
      headers: { authorization: `users API-Key ${stolen}` },
    })
    expect(me.body['user']).toBeNull()
  })
})

describe('EV-10 the last activity of a user', () => {
  test('cannot be set by the user', async () => {
    const lastActiveAt = '2001-01-01T00:00:00.000Z'
    const answer = await app.rest(
      'PATCH',
      `/users/${as.customer.id}`,
      { lastActiveAt },
      { user: as.customer },
    )
    expect(answer.body.doc['lastActiveAt']).not.toBe(lastActiveAt)
  })

  test('an account is locked after five wrong passwords', async () => {
    const data = smallest()
    await app.payload.create({ collection: 'users', data })
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await app.rest('POST', '/users/login', { ...data, password: 'wrong' })
    }
    expect((await app.rest('POST', '/users/login', data)).status).toBe(401)
  })
})
