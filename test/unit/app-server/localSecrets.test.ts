import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readLocalSecrets } from '../../../src/app-server/localSecrets.ts'
import { createKeyRing } from '../../../src/credentials/keyRing.ts'

describe('secrets of an installation that was given none', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flowmasters-test-secrets-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('are made once and kept', async () => {
    const first = await readLocalSecrets(join(folder, 'data'))
    expect(await readLocalSecrets(join(folder, 'data'))).toEqual(first)
    expect(first.payloadSecret).toMatch(/^[0-9a-f]{64}$/)
  })

  test('are readable for their owner only, also when somebody opened them', async () => {
    await readLocalSecrets(folder)
    chmodSync(join(folder, 'secrets.json'), 0o644)
    await readLocalSecrets(folder)
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  test('make a key ring that encrypts and decrypts', async () => {
    const ring = createKeyRing((await readLocalSecrets(folder)).encryptionKeys)
    expect(ring.decrypt(ring.encrypt('plain', 'here'), 'here')).toBe('plain')
  })

  test('are the same for processes that start at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => readLocalSecrets(folder)))
    expect(new Set(all.map((secrets) => JSON.stringify(secrets))).size).toBe(1)
    expect(readdirSync(folder)).toEqual(['secrets.json'])
  })

  test.each(['', '{', '{"payloadSecret":"short"}'])(
    'are never replaced when damaged: %j',
    async (text) => {
      writeFileSync(join(folder, 'secrets.json'), text)
      await expect(readLocalSecrets(folder)).rejects.toMatchObject({
        code: 'FLOW_CONFIG_LOCAL_SECRETS_DAMAGED',
      })
      expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe(text)
    },
  )
})
