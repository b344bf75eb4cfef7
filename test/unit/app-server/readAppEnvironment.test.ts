import { describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { readAppEnvironment } from '../../../src/app-server/readAppEnvironment.ts'

const read = (env: Record<string, string>) => readAppEnvironment({ env, baseDir: '/project' })
const key = randomBytes(32).toString('base64')

describe('the environment of the application', () => {
  test('needs nothing', () => {
    expect(read({})).toEqual({
      port: 3000,
      dataDir: '/project/.flowmasters',
      role: 'all',
      allowPrivateTargets: false,
      trustedProxies: 0,
    })
  })

  test('empty variables count as unset, as in a copied .env', () => {
    expect(read({ PORT: '', DATABASE_URL: ' ', FLOWMASTERS_ROLE: '' })).toEqual(read({}))
  })

  test('reads what is set', () => {
    const environment = read({
      PORT: '8080',
      DATABASE_URL: 'postgres://shop@db/shop',
      REDIS_URL: 'rediss://cache:6380',
      FLOWMASTERS_DATA_DIR: 'data',
      FLOWMASTERS_ROLE: 'worker',
      FLOWMASTERS_ENCRYPTION_KEYS: `new:${key},old:${key}`,
      FLOWMASTERS_ALLOW_PRIVATE_TARGETS: '1',
    })
    expect(environment).toMatchObject({
      port: 8080,
      dataDir: '/project/data',
      role: 'worker',
      allowPrivateTargets: true,
      encryptionKeys: `new:${key},old:${key}`,
    })
  })

  test.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://db/shop'],
    ['REDIS_URL', 'cache:6379'],
    ['PAYLOAD_SECRET', 'short'],
    ['FLOWMASTERS_ROLE', 'boss'],
    ['FLOWMASTERS_ENCRYPTION_KEYS', 'k1:c2hvcnQ='],
    ['FLOWMASTERS_ENCRYPTION_KEYS', key],
    ['FLOWMASTERS_ALLOW_PRIVATE_TARGETS', 'maybe'],
    ['FLOWMASTERS_TRUSTED_PROXIES', 'all'],
    ['SMTP_URL', 'http://mail'],
    ['FLOWMASTERS_ADMIN_EMAIL', 'admin'],
    ['FLOWMASTERS_ADMIN_PASSWORD', '1234567'],
  ])('%s=%s is refused by name, without repeating the value', (name, value) => {
    const refuse = (): unknown => read({ [name]: value })
    expect(refuse).toThrow(
      expect.objectContaining({ code: 'FLOW_CONFIG_INVALID', details: { variables: [name] } }),
    )
    expect(refuse).toThrow(`${name} must`)
    if (value.length > 6) expect(refuse).not.toThrow(value)
  })

  test('names all bad variables at once', () => {
    expect(() => read({ PORT: 'x', FLOWMASTERS_ROLE: 'y' })).toThrow(
      /PORT must .*; FLOWMASTERS_ROLE must be all, web or worker/,
    )
  })
})
