import { describe, expect, test } from '@jest/globals'

import { readEnvironment } from '../../../config/readEnvironment.ts'

const complete = { PAYLOAD_SECRET: 's', DATABASE_URL: 'postgres://db/x' }
const read = (env: Record<string, string>, argv: string[] = ['node', 'next', 'start']) =>
  readEnvironment({ env, argv })

describe('the environment of the application', () => {
  test('is read', () => {
    expect(
      read({
        ...complete,
        DATABASE_POOL_MAX: '7',
        FLOWMASTERS_PUBLIC_URL: 'https://shop.example/',
      }),
    ).toEqual({
      secret: 's',
      databaseUrl: 'postgres://db/x',
      databasePoolMax: 7,
      publicUrl: 'https://shop.example',
    })
  })

  test.each([
    [{ DATABASE_URL: 'postgres://db/x' }, 'FLOW_CONFIG_SECRET_MISSING'],
    [{ PAYLOAD_SECRET: 's' }, 'FLOW_CONFIG_DATABASE_URL_MISSING'],
    [{ ...complete, DATABASE_POOL_MAX: '1' }, 'FLOW_CONFIG_POOL_MAX_INVALID'],
    [{ ...complete, FLOWMASTERS_PUBLIC_URL: 'shop.example' }, 'FLOW_CONFIG_PUBLIC_URL_INVALID'],
    [{ ...complete, FLOWMASTERS_PUBLIC_URL: 'https://a.io/x' }, 'FLOW_CONFIG_PUBLIC_URL_INVALID'],
    [{ ...complete, DATABASE_POOL_MAX: 'many' }, 'FLOW_CONFIG_POOL_MAX_INVALID'],
  ])('%o is refused with %s', (env, code) => {
    expect(() => read(env as Record<string, string>)).toThrow(expect.objectContaining({ code }))
  })

  test('neither a build nor a generator of files needs secret or database', () => {
    expect(read({ NEXT_PHASE: 'phase-production-build' }).secret).not.toBe('')
    expect(read({}, ['node', 'payload', 'generate:types']).databaseUrl).not.toBe('')
  })
})
