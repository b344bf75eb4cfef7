import { tmpdir } from 'node:os'
import { expect, test } from '@jest/globals'
import type { Config } from 'payload'

import { flowMasters } from '../../../src/index.ts'
import { getRuntime } from '../../../src/runtime/getRuntime.ts'
import { type BootedPayload, bootPayload } from '../../support/bootPayload.ts'
import { putNotification } from '../../support/inbox/putNotification.ts'
import { createActor } from '../../support/payload/createActor.ts'

type Users = NonNullable<Config['collections']>[number]

async function withUsers(
  change: (users: Users) => Users,
  work: (booted: BootedPayload) => Promise<void>,
): Promise<void> {
  const booted = await bootPayload({
    schema: 'push',
    plugins: (databaseUrl) => [
      (config) => ({
        ...config,
        collections: (config.collections ?? []).map((each) =>
          each.slug === 'users' ? change(each) : each,
        ),
      }),
      flowMasters({
        ...{ channels: [], tracking: [], databaseUrl, isSmtpConfigured: false },
        encryptionKeys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
        mailOutboxDir: tmpdir(),
      }),
    ],
  })
  try {
    await work(booted)
  } finally {
    await booted.destroy()
  }
}

test('people who may not sign in get nothing: neither by name nor with their role', async () => {
  await withUsers(
    (users) => ({ ...users, trash: true, auth: { useAPIKey: true, verify: true } }),
    async ({ payload }) => {
      const runtime = getRuntime(payload)
      const make = async (data: { deletedAt?: string; _verified: boolean }) => {
        const actor = {
          email: `${Math.random()}@example.test`,
          password: 'long enough 1',
          role: 'manager',
        }
        const { id } = await payload.create({
          collection: 'users',
          data: { ...actor, ...data } as never,
          disableVerificationEmail: true,
        })
        return id
      }
      const active = await make({ _verified: true })
      const unproven = await make({ _verified: false })
      const trashed = await make({ _verified: true })
      await payload.update({
        collection: 'users',
        id: trashed,
        data: { deletedAt: new Date().toISOString() } as never,
      })
      const role = await putNotification(
        { runtime },
        { audience: { kind: 'staff', role: 'manager' } },
      )
      expect(role).toEqual({ addressed: 1, added: 1 })
      const added = [active, unproven, trashed].map(async (userId) => {
        const { addressed } = await putNotification({ runtime }, { userId })
        return addressed
      })
      expect(await Promise.all(added)).toEqual([1, 0, 0])
    },
  )
}, 300_000)

test('where people have no roles, all are staff and none a manager', async () => {
  await withUsers(
    ({ admin: _admin, access: _access, hooks: _hooks, endpoints: _endpoints, ...users }) => ({
      ...users,
      fields: users.fields.filter((field) => !('name' in field && field.name === 'role')),
    }),
    async ({ payload }) => {
      const runtime = getRuntime(payload)
      await createActor(payload, 'customer')
      expect(
        await putNotification({ runtime }, { audience: { kind: 'staff', role: null } }),
      ).toEqual({ addressed: 1, added: 1 })
      await expect(
        putNotification({ runtime }, { audience: { kind: 'staff', role: 'manager' } }),
      ).rejects.toMatchObject({ code: 'FLOW_INBOX_ROLES_MISSING' })
    },
  )
}, 300_000)
