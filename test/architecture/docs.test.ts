import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { flowMastersFrom } from '../../config/flowMastersFrom.ts'
import { deliveryFailing } from '../../src/event-catalogue/events/deliveries/deliveryFailing.ts'
import { sampleEnvelope } from '../../src/event-catalogue/sampleEnvelope.ts'
import { getRuntime } from '../../src/runtime/getRuntime.ts'
import { operators } from '../../src/subscription-filter/operator.ts'
import { parseCondition } from '../../src/subscription-filter/parseCondition.ts'
import { parseFilter } from '../../src/subscription-filter/parseFilter.ts'
import { templateScope } from '../../src/templates/templateScope.ts'
import { type BootedPayload, bootPayload } from '../support/bootPayload.ts'
import { createActor } from '../support/payload/createActor.ts'
import { projectDir } from './cruise.ts'

const read = (file: string): string => readFileSync(path.join(projectDir, file), 'utf8')
const filesBelow = (folder: string, ending: RegExp): string[] =>
  readdirSync(path.join(projectDir, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => path.join(folder, file))
const pages = ['README.md', 'CHANGELOG.md', ...filesBelow('docs', /\.md$/)]
const readme = read('README.md')

/** Headings as GitHub makes anchors of them. */
const anchorsOf = (file: string): string[] =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  )

/** The code or JSON behind a comment line. */
const blockAfter = (text: string, comment: string): string => {
  const [, block = ''] = text.split(`<!-- ${comment} -->\n`)[1]?.match(/^```\w+\n(.*?)^```/ms) ?? []
  return block
}

describe('links', () => {
  test.each(pages)('%s points at files and headings that exist', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)]
    const broken = links.flatMap(([, link = '']) => {
      const [target = '', anchor] = link.split('#')
      const file = target === '' ? page : path.join(path.dirname(page), target)
      if (!existsSync(path.join(projectDir, file))) return [link]
      return anchor === undefined || anchorsOf(file).includes(anchor) ? [] : [link]
    })
    expect(broken).toEqual([])
  })
})

describe('commands', () => {
  test('every npm script that a page names exists', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/npm (?:run ([\w:]+)|(start|test)\b)/g)].map(
        ([, script, builtIn]) => script ?? builtIn ?? '',
      ),
    )
    expect(named).toContain('demo')
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })
})

describe('environment', () => {
  const table = readme.split('## Environment')[1]?.split('\n## ')[0] ?? ''
  const documented = [...table.matchAll(/^\| `([A-Z\d_]+)` \|/gm)].map(([, name]) => name).sort()
  const sources = ['src', 'config', 'plugins', 'collections', 'hooks'].flatMap((folder) =>
    filesBelow(folder, /\.tsx?$/),
  )
  /** Set by Next and Node, not by people. */
  const notOurs = new Set(['NEXT_PHASE', 'NEXT_RUNTIME', 'NODE_ENV'])
  const variable =
    /env\.([A-Z][A-Z\d_]+)|env\['([A-Z\d_]+)'\]|^ {2}([A-Z][A-Z\d_]+): (?:z$|z\.|url\(|text)/gm
  const inCode = new Set(
    [...sources, 'payload.config.ts', 'next.config.mjs'].flatMap((file) =>
      [...read(file).matchAll(variable)].map(([, dotted, quoted, checked]) =>
        String(dotted ?? quoted ?? checked),
      ),
    ),
  )

  test('the table names exactly the variables that the code reads', () => {
    expect(documented).toEqual([...inCode].filter((name) => !notOurs.has(name)).sort())
  })
})

describe('examples', () => {
  const examples = pages.flatMap((page) =>
    [...read(page).matchAll(/<!-- (docs\/examples\/\S+) -->/g)].map(([, file = '']) => ({
      page,
      file,
    })),
  )

  test.each(examples)('$page shows $file as it is', ({ file, page }) => {
    const shown = blockAfter(read(page), file)
      .replaceAll("'flowmasters'", "'../../src/index.ts'")
      .replaceAll("'flowmasters/consumer'", "'../../src/consumer.ts'")
      .replaceAll(
        "'flowmasters/channels/webhook'",
        "'../../plugins/channels/webhook/webhookChannel.ts'",
      )
    expect(shown).toBe(read(file))
  })

  test('EV-22: the table of operators is complete, and its examples are valid', () => {
    const page = read('docs/subscriptions.md')
    const rows = [...page.matchAll(/^\| `(\w+)` \| (.*?) \|/gm)].map(([, operator, value = '']) => {
      const [, json] = /`(.+?)`/.exec(value) ?? []
      return { operator: String(operator), value: json === undefined ? null : JSON.parse(json) }
    })
    expect(rows.map(({ operator }) => operator).sort()).toEqual([...operators].sort())
    for (const { operator, value } of rows) {
      const field = /^(changed|increased|decreased)/.test(operator)
        ? 'status'
        : 'data.current.status'
      const condition = value === null ? { field, operator } : { field, operator, value }
      expect(parseCondition(condition, 'example')).toEqual(condition)
    }
    const [, filter = ''] = /```json\n(.*?)```/s.exec(page) ?? []
    expect(() => parseFilter(JSON.parse(filter))).not.toThrow()
  })
})

describe('the subscription of the README', () => {
  let shop: BootedPayload
  beforeAll(async () => {
    const key = `k1:${Buffer.alloc(32, 7).toString('base64')}`
    shop = await bootPayload({
      plugins: (url) => [flowMastersFrom({ FLOWMASTERS_ENCRYPTION_KEYS: key }, url)],
    })
  }, 300_000)
  afterAll(async () => shop.destroy())

  test('can be posted as it is; the secret is made and shown once', async () => {
    const user = await createActor(shop.payload, 'manager')
    const body = JSON.parse(blockAfter(readme, 'tried by test/architecture/docs.test.ts'))
    const answer = await shop.rest('POST', '/event-subscriptions', body, { user })
    expect(answer.status).toBe(201)
    expect(JSON.stringify(answer.body)).toContain('whsec_')
    const id = String(answer.body.doc['id'])
    const later = await shop.rest('GET', `/event-subscriptions/${id}`, undefined, { user })
    expect(later.body['channels']).toHaveLength(2)
    expect(JSON.stringify(later.body)).not.toContain('whsec_')
  })

  test('the alert of docs/subscriptions.md can be posted as it is, and its letter reads well', async () => {
    const user = await createActor(shop.payload, 'manager')
    const page = read('docs/subscriptions.md')
    const body = JSON.parse(blockAfter(page, 'the alert, tried by test/architecture/docs.test.ts'))
    const answer = await shop.rest('POST', '/event-subscriptions', body, { user })
    expect(answer.status).toBe(201)
    const { templates } = getRuntime(shop.payload)
    const scope = templateScope(sampleEnvelope(deliveryFailing))
    const [{ body: letter }] = body.channels
    expect(await templates.render(letter, scope)).toBe(
      'POST warehouse.example.com/hook answered http_503 to order.paid. Failures in a row: 4.',
    )
  })
})
