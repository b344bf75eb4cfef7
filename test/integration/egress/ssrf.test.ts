import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'

import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { forbiddenTargets } from './forbiddenTargets.ts'
import { type Canary, startCanary } from './startCanary.ts'

const REFUSALS = /^FLOW_EGRESS_(FORBIDDEN_TARGET|INVALID_REQUEST)$/
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'answered',
    (error: { code?: string }) => error.code,
  )

let canary: Canary
let asked: string[] = []
beforeAll(async () => {
  canary = await startCanary()
})
afterAll(() => canary.close())
afterEach(() => {
  asked = []
})

/** A guarded client whose DNS sends every name to the canary: only the guard stands in between. */
const guarded = createHttpClient({
  allowPrivateTargets: false,
  resolve: async (host) => {
    asked.push(host)
    return [{ address: '127.0.0.1', family: 4 }]
  },
})
afterAll(() => guarded.close())

describe('the SSRF guard, through the real sender', () => {
  test('the list is long enough to mean something', () => {
    expect(Object.values(forbiddenTargets).flat().length).toBeGreaterThanOrEqual(150)
  })

  for (const [group, urls] of Object.entries(forbiddenTargets)) {
    test.each(urls)(`${group}: %j is refused and nothing connects`, async (template) => {
      const url = template.replaceAll('PORT', String(canary.port))
      expect(await codeOf(guarded.send({ url, method: 'POST', body: '{}' }))).toMatch(REFUSALS)
      expect(await codeOf(guarded.vet(url))).toMatch(REFUSALS)
      expect(asked).toEqual([])
      expect(canary.connections()).toBe(0)
    })
  }

  test('the canary sings when the guard is off, so the zeroes above mean something', async () => {
    const open = createHttpClient({ allowPrivateTargets: true })
    const before = canary.connections()
    expect(
      await codeOf(open.send({ url: `http://127.0.0.1:${canary.port}/`, method: 'GET' })),
    ).toBe('FLOW_EGRESS_CONNECTION')
    expect(canary.connections()).toBe(before + 1)
    await open.close()
  })
})

describe('addresses that must stay reachable', () => {
  test.each([
    'http://8.8.8.8/',
    'https://8.8.8.8:8443/',
    'http://100.63.255.254/',
    'http://100.128.0.1/',
    'http://9.255.255.255/',
    'http://11.0.0.0/',
    'http://126.255.255.255/',
    'http://128.0.0.1/',
    'http://172.15.255.255/',
    'http://172.32.0.0/',
    'http://169.253.255.255/',
    'http://169.255.0.0/',
    'http://192.167.255.255/',
    'http://192.169.0.0/',
    'http://198.17.255.255/',
    'http://198.20.0.0/',
    'http://223.255.255.255/',
    'http://[64:ff9c::1]/',
    'http://[64:ff9b::808:808]/',
    'http://[2606:4700:4700::1111]/',
    'http://[2a00:1450:4001::200e]/',
    'http://0x08080808/',
    'http://8.8.8.8:3000/',
    'https://8.8.8.8/path@x?q=a@b#@',
  ])('%s', async (url) => {
    await expect(guarded.vet(url)).resolves.toBeUndefined()
  })

  test.each([
    'https://пример.рф/hook',
    'https://internal.example.com/',
    'https://localhost.example.com/',
    'https://shop.example.com.:8080/',
  ])('%s, when its DNS answer is public', async (url) => {
    const client = createHttpClient({
      allowPrivateTargets: false,
      resolve: async () => [{ address: '93.184.216.34', family: 4 }],
    })
    await expect(client.vet(url)).resolves.toBeUndefined()
    await client.close()
  })
})

describe('with private targets allowed', () => {
  const open = createHttpClient({
    allowPrivateTargets: true,
    resolve: async () => [{ address: '10.0.0.7', family: 4 }],
  })
  afterAll(() => open.close())

  test.each([
    'http://127.0.0.1:9999/hook',
    'http://[::1]:9999/',
    'http://localhost:9999/',
    'http://10.0.0.1/',
    'http://192.168.1.5:8080/',
    'http://172.20.0.3/',
    'http://100.64.0.1/',
    'http://[fd12:3456::1]/',
    'http://host.docker.internal:3000/',
    'http://nas.local/',
  ])('%s is let through', async (url) => {
    await expect(open.vet(url)).resolves.toBeUndefined()
  })

  test.each([
    'http://169.254.169.254/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://100.100.100.200/',
    'http://metadata.google.internal/',
    'http://0.0.0.0/',
    'http://[::]/',
    'http://224.0.0.1/',
    'http://[ff02::1]/',
    'http://255.255.255.255/',
    'http://[::ffff:169.254.169.254]/',
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
    'http://user@127.0.0.1/',
    'http://127.0.0.1:6379/',
    'http://[64:ff9b::a00:1]/',
  ])('%s is still refused', async (url) => {
    expect(await codeOf(open.vet(url))).toBe('FLOW_EGRESS_FORBIDDEN_TARGET')
  })
})
