import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { formBuilderPlugin } from '@payloadcms/plugin-form-builder'

import { Users } from '../../../collections/users/Users.ts'
import { createPool } from '../../../src/database/createPool.ts'
import { flowMasters, formRules, track } from '../../../src/index.ts'
import { type BootedPayload, bootPayload } from '../../support/bootPayload.ts'
import { newEvents } from '../../support/events/newEvents.ts'
import { quietLogger } from '../../support/postgres/quietLogger.ts'

let site: BootedPayload
let pool: ReturnType<typeof createPool>
let form: number | string

/** A site that uses Payload's own form builder instead of our forms; the slugs are the same. */
beforeAll(async () => {
  site = await bootPayload({
    schema: 'push',
    configure: (config) => ({ ...config, collections: [Users] }),
    plugins: (url) => [
      formBuilderPlugin({ fields: { payment: false } }),
      flowMasters({
        channels: [],
        tracking: [track('form-submissions', formRules)],
        encryptionKeys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
        databaseUrl: url,
        isSmtpConfigured: false,
        mailOutboxDir: '/nonexistent',
      }),
    ],
  })
  pool = createPool({
    url: site.databaseUrl,
    applicationName: 'test',
    logger: quietLogger,
    max: 2,
  })
  const made = await site.payload.create({
    collection: 'forms',
    data: {
      title: 'Contact',
      fields: [
        { blockType: 'text', name: 'name', label: 'Name' },
        { blockType: 'email', name: 'email', label: 'E-mail' },
      ],
      confirmationType: 'redirect',
      redirect: { url: '/thanks' },
    },
  })
  form = made.id
}, 300_000)

afterAll(async () => {
  await pool?.stop()
  await site?.destroy()
})

const send = (data: Record<string, unknown>) => site.rest('POST', '/form-submissions', data)
const answers = [
  { field: 'name', value: 'Анна' },
  { field: 'email', value: 'anna@example.test' },
]

test('EV-04 a submission of @payloadcms/plugin-form-builder is form.submitted', async () => {
  const [event, ...more] = await newEvents(pool.sql, async () => {
    expect((await send({ form, submissionData: answers })).status).toBe(201)
  })
  expect(more).toEqual([])
  expect(event).toMatchObject({
    type: 'form.submitted',
    data: {
      answers: { name: 'Анна', email: 'anna@example.test' },
      current: { form, submissionData: [{ field: 'name', value: 'Анна' }, { field: 'email' }] },
    },
    meta: { collection: 'form-submissions', operation: 'create' },
  })
})

test('EV-04 and a refused one is nothing', async () => {
  const events = await newEvents(pool.sql, async () => {
    const { status } = await send({ form: 999_999, submissionData: answers })
    expect(status).toBeGreaterThanOrEqual(400)
  })
  expect(events).toEqual([])
})
