import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { type CaptureWorld, openCaptureWorld } from './captureWorld.ts'

let world: CaptureWorld
beforeAll(async () => {
  world = await openCaptureWorld()
}, 300_000)
afterAll(async () => world.close())

describe('users', () => {
  test('registered, updated, login, logout; bookkeeping and passwords mean nothing', async () => {
    const email = 'anna@example.test'
    const password = 'correct horse battery'
    const registered = await world.eventsOf(() =>
      world.rest('POST', '/users', { email, password }, { user: world.admin }),
    )
    expect(registered.map(({ type }) => type)).toEqual(['user.registered'])
    expect(JSON.stringify(registered)).not.toMatch(/hash|salt|apiKey|correct horse/)
    const id = Number(registered[0]?.data.current['id'])

    let token = ''
    const login = await world.eventsOf(async () => {
      const answer = await world.rest('POST', '/users/login', { email, password })
      token = String(answer.body['token'])
    })
    expect(login.map(({ type }) => type)).toEqual(['user.login'])
    expect(login[0]?.meta).toMatchObject({
      source: 'auth',
      userId: String(id),
      documentId: String(id),
    })

    const quiet = await world.eventsOf(() =>
      world.payload.update({
        collection: 'users',
        id,
        data: { password: 'another long password' },
      }),
    )
    expect(quiet).toEqual([])

    const renamed = await world.eventsOf(() =>
      world.payload.update({ collection: 'users', id, data: { name: 'Анна' } }),
    )
    expect(renamed.map(({ type }) => type)).toEqual(['user.updated'])

    // The new password ended the first session.
    const again = await world.rest('POST', '/users/login', {
      email,
      password: 'another long password',
    })
    token = String(again.body['token'])
    const logout = await world.eventsOf(() =>
      world.rest('POST', '/users/logout', {}, { user: { token } }),
    )
    expect(logout.map(({ type }) => type)).toEqual(['user.logout'])
  })

  test('a failed login means nothing', async () => {
    const events = await world.eventsOf(() =>
      world.rest('POST', '/users/login', { email: world.admin.email, password: 'wrong' }),
    )
    expect(events).toEqual([])
  })

  test('user.returned: the first login after seven quiet days says how many', async () => {
    const email = 'quiet@example.test'
    const password = 'correct horse battery'
    const { id } = await world.payload.create({ collection: 'users', data: { email, password } })
    const tenDaysAgo = new Date(Date.now() - 10 * 86_400_000).toISOString()
    await world.payload.db.updateOne({
      collection: 'users',
      id,
      data: { lastActiveAt: tenDaysAgo },
    })
    const login = (): Promise<unknown> => world.rest('POST', '/users/login', { email, password })
    const events = await world.eventsOf(login)
    expect(events.map(({ type }) => type)).toEqual(['user.login', 'user.returned'])
    expect(events[1]?.data['inactiveDays']).toBe(10)
    expect((await world.eventsOf(login)).map(({ type }) => type)).toEqual(['user.login'])
  })
})
