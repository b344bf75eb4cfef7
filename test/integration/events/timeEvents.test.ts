import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'

import { type Doc, type LifeWorld, openLifeWorld } from '../../support/time/lifeWorld.ts'

const DAY = 24

let life: LifeWorld
beforeAll(async () => {
  life = await openLifeWorld()
}, 300_000)
afterAll(async () => life?.destroy())
// What one test leaves must not fall due in the next one's time.
afterEach(async () => {
  await life.sql.query(
    `DELETE FROM carts; DELETE FROM lesson_progress; DELETE FROM course_enrollments; DELETE FROM tasks;
     DELETE FROM service_projects; DELETE FROM subscription_payments; DELETE FROM subscriptions; DELETE FROM email_campaigns`,
  )
})

const inHours = (hours: number): string =>
  new Date(life.clock.now() + hours * 3_600_000).toISOString()

describe('carts', () => {
  const open = async () => {
    const product = await life.make('products', {
      title: 'Чай',
      price: { amount: 500, currency: 'RUB' },
      _status: 'published',
    })
    const { body } = await life.rest('POST', '/carts/open', { email: 'guest@example.com' })
    const { id } = body['cart'] as Doc
    const headers = { 'x-cart-secret': String(body['secret']) }
    const add = () =>
      life.rest('POST', `/carts/${id}/items`, { product: product.id, quantity: 1 }, { headers })
    return { id, add }
  }

  test('EV-03 cart.abandoned: an hour after the last change, once until the next', async () => {
    const { add, id } = await open()
    expect(await life.afterHours(3)).toEqual([])
    expect((await add()).status).toBeLessThan(300)
    expect(await life.afterHours(0.95)).toEqual([])
    const events = await life.eventsAfterHours(0.3)
    expect(events.map(({ type }) => type)).toEqual(['cart.abandoned'])
    expect(events[0]).toMatchObject({
      documentId: String(id),
      data: {
        idleMinutes: 75,
        items: [{ quantity: 1 }],
        current: { id, status: 'active', itemCount: 1, email: 'guest@example.com' },
        previous: null,
        changed: [],
      },
      meta: { source: 'schedule', collection: 'carts' },
    })
    expect(await life.afterHours(5)).toEqual([])
    await add()
    expect(await life.afterHours(2)).toEqual([`cart.abandoned ${id}`])
  })

  test('EV-03 cart.abandoned: not of a cart that became an order', async () => {
    const { add, id } = await open()
    await add()
    await life.save('carts', id, { status: 'converted' })
    expect(await life.afterHours(3)).toEqual([])
  })
})

describe('the school', () => {
  const studying = async () => {
    const course = await life.make('courses', { title: 'Обжарка', _status: 'published' })
    const lessons = [
      await life.make('lessons', { course: course.id, title: 'Первый', _status: 'published' }),
      await life.make('lessons', { course: course.id, title: 'Второй', _status: 'published' }),
    ]
    const enrollment = await life.make('course-enrollments', {
      user: life.as.customer.id,
      course: course.id,
    })
    const report = (index: number, percent: number) =>
      life.rest(
        'POST',
        '/lesson-progress/report',
        { lesson: lessons[index]?.id, percent },
        { user: life.as.customer },
      )
    return { enrollment, report }
  }

  test('EV-03 lesson.stuck after three days, EV-03 course.stalled after seven, once per quiet spell', async () => {
    const { enrollment, report } = await studying()
    expect(await life.afterHours(10 * DAY)).toEqual([])
    const first = await report(0, 40)
    expect(first.status).toBeLessThan(300)
    const { docs } = await life.payload.find({ collection: 'lesson-progress', limit: 1 })
    const progress = docs[0]?.id
    expect(await life.afterHours(2.9 * DAY)).toEqual([])
    expect(await life.afterHours(0.2 * DAY)).toEqual([`lesson.stuck ${progress}`])
    const stalled = await life.eventsAfterHours(4 * DAY)
    expect(stalled.map(({ data, type }) => [type, data['idleDays']])).toEqual([
      ['course.stalled', 7],
    ])
    expect(stalled[0]?.data.current).toMatchObject({ id: enrollment.id, status: 'active' })
    expect(await life.afterHours(30 * DAY)).toEqual([])
    await report(0, 60)
    expect(await life.afterHours(8 * DAY)).toEqual(
      [`course.stalled ${enrollment.id}`, `lesson.stuck ${progress}`].sort(),
    )
    await report(0, 100)
    await report(1, 100)
    expect(await life.afterHours(30 * DAY)).toEqual([])
  })
})

describe('projects and tasks', () => {
  test('EV-03 project.overdue: the deadline has passed; once, also after a new one', async () => {
    const { id } = await life.make('service-projects', {
      title: 'Сайт',
      status: 'in_progress',
      deadline: inHours(2 * DAY),
    })
    const done = await life.make('service-projects', { title: 'Готовый', deadline: inHours(DAY) })
    await life.save('service-projects', done.id, { status: 'cancelled' })
    expect(await life.afterHours(DAY)).toEqual([])
    const events = await life.eventsAfterHours(2.5 * DAY)
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      type: 'project.overdue',
      documentId: String(id),
      data: {
        reason: 'deadline',
        daysLate: 1,
        daysInProgress: 3,
        current: { id, status: 'in_progress' },
      },
    })
    await life.save('service-projects', id, { deadline: inHours(DAY) })
    expect(await life.afterHours(40 * DAY)).toEqual([])
  })

  test('EV-03 project.overdue: thirty days in progress without a deadline', async () => {
    const { id } = await life.make('service-projects', {
      title: 'Без срока',
      status: 'in_progress',
    })
    await life.make('service-projects', { title: 'Не начат' })
    expect(await life.afterHours(29.9 * DAY)).toEqual([])
    const events = await life.eventsAfterHours(0.2 * DAY)
    expect(
      events.map(({ data, documentId }) => [
        documentId,
        data['reason'],
        data['daysLate'],
        data['daysInProgress'],
      ]),
    ).toEqual([[String(id), 'too_long', null, 30]])
    await life.save('service-projects', id, { deadline: inHours(1) })
    expect(await life.afterHours(2)).toEqual([])
  })

  test('EV-03 task.overdue: once per due date, not when done', async () => {
    const dueAt = inHours(5)
    const { id } = await life.make('tasks', { title: 'Позвонить', dueAt })
    const done = await life.make('tasks', { title: 'Сделано', dueAt })
    await life.save('tasks', done.id, { status: 'done' })
    expect(await life.afterHours(4)).toEqual([])
    const events = await life.eventsAfterHours(2)
    expect(
      events.map(({ data, documentId, type }) => [
        type,
        documentId,
        data['dueAt'],
        data['daysLate'],
      ]),
    ).toEqual([['task.overdue', String(id), dueAt, 0]])
    await life.save('tasks', id, { title: 'Перезвонить' })
    expect(await life.afterHours(5)).toEqual([])
    await life.save('tasks', id, { dueAt: inHours(1) })
    expect(await life.afterHours(2)).toEqual([`task.overdue ${id}`])
  })
})

describe('subscriptions', () => {
  const subscribe = async (data: Record<string, unknown> = {}): Promise<Doc> => {
    const plan = await life.make('subscription-plans', {
      title: 'Клуб',
      price: { amount: 990, currency: 'RUB' },
    })
    return life.make('subscriptions', {
      customer: life.as.customer.id,
      plan: plan.id,
      currentPeriodStart: inHours(0),
      currentPeriodEnd: inHours(30 * DAY),
      ...data,
    })
  }

  test('EV-03 subscription.expiring_soon a week before, EV-03 subscription.expired at the end', async () => {
    const { id } = await subscribe({ autoRenew: false })
    expect(await life.afterHours(22.9 * DAY)).toEqual([])
    const soon = await life.eventsAfterHours(0.2 * DAY)
    expect(soon.map(({ data, type }) => [type, data['daysLeft']])).toEqual([
      ['subscription.expiring_soon', 7],
    ])
    expect(await life.afterHours(6 * DAY)).toEqual([])
    const ended = await life.eventsAfterHours(1 * DAY)
    expect(ended.map(({ type }) => type)).toEqual(['subscription.expired'])
    expect(ended[0]?.data).toMatchObject({
      current: { id, status: 'expired', expiredAt: new Date(life.clock.now()).toISOString() },
      previous: { status: 'active' },
      changed: ['status', 'expiredAt'],
    })
    expect(await life.afterHours(30 * DAY)).toEqual([])
  })

  test('EV-03 subscription.expired: one that renews by itself waits an hour for its payment', async () => {
    const { id } = await subscribe()
    expect(await life.afterHours(30 * DAY + 0.5)).toEqual([])
    const paid = await life.events(() =>
      life.make('subscription-payments', {
        subscription: id,
        status: 'successful',
        amount: { amount: 990, currency: 'RUB' },
      }),
    )
    expect(paid.map(({ type }) => type)).toContain('subscription.renewed')
    expect(await life.afterHours(5)).toEqual([])
    expect(await life.afterHours(25 * DAY)).toEqual([`subscription.expiring_soon ${id}`])
    expect(await life.afterHours(8 * DAY)).toEqual([`subscription.expired ${id}`])
  })

  test('one cancelled for the end of its period is cancelled then; a paused one is left alone', async () => {
    const leaving = await subscribe({ autoRenew: false, cancelAtPeriodEnd: true })
    const paused = await subscribe()
    await life.save('subscriptions', paused.id, { status: 'paused' })
    expect(await life.afterHours(29 * DAY)).toEqual([`subscription.expiring_soon ${leaving.id}`])
    expect(await life.afterHours(2 * DAY)).toEqual([`subscription.cancelled ${leaving.id}`])
    expect(await life.afterHours(30 * DAY)).toEqual([])
  })
})

describe('campaigns', () => {
  const sent = async (deliveredCount: number, openedCount: number): Promise<number> => {
    const { id } = await life.make('email-campaigns', {
      title: `${openedCount} из ${deliveredCount}`,
    })
    await life.payload.db.updateOne({
      collection: 'email-campaigns',
      id,
      data: {
        status: 'sent',
        startedAt: inHours(0),
        completedAt: inHours(0.1),
        deliveredCount,
        openedCount,
      },
    })
    return id
  }
  const judgedAt = async (id: number): Promise<unknown> =>
    (await life.payload.findByID({ collection: 'email-campaigns', id }))['openRateJudgedAt'] ?? null

  test('EV-03 campaign.high_open_rate, EV-03 campaign.low_open_rate: judged once, a day later', async () => {
    const high = await sent(1_000, 251)
    const low = await sent(1_000, 99)
    const middle = [await sent(1_000, 250), await sent(1_000, 100)]
    const few = await sent(99, 99)
    expect(await life.afterHours(23)).toEqual([])
    const events = await life.eventsAfterHours(2)
    expect(
      events.map(({ data, documentId, type }) => [
        type,
        documentId,
        data['openRate'],
        data['delivered'],
        data['opened'],
      ]),
    ).toEqual([
      ['campaign.high_open_rate', String(high), 25.1, 1_000, 251],
      ['campaign.low_open_rate', String(low), 9.9, 1_000, 99],
    ])
    expect(events[0]?.data).toMatchObject({
      current: { openRateJudgedAt: new Date(life.clock.now()).toISOString() },
      previous: { id: high },
      changed: ['openRateJudgedAt'],
    })
    for (const id of [high, low, ...middle]) expect(await judgedAt(id)).not.toBeNull()
    expect(await judgedAt(few)).toBeNull()
    const change = { openedCount: 900, deliveredCount: 1_000 }
    for (const id of [...middle, few]) {
      await life.payload.db.updateOne({ collection: 'email-campaigns', id, data: change })
    }
    expect(await life.afterHours(1)).toEqual([`campaign.high_open_rate ${few}`])
  })
})
