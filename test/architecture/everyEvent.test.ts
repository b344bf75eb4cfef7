import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { bundledTracking } from '../../hooks/bundledTracking.ts'
import { bundledScans } from '../../hooks/scans/bundledScans.ts'
import * as frontDoor from '../../src/index.ts'
import { projectDir } from './cruise.ts'
import { operationsEvents } from '../../src/event-catalogue/areas/operationsEvents.ts'
import { missionEvents } from './missionEvents.ts'

const filesBelow = (folder: string): string[] =>
  readdirSync(path.join(projectDir, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(projectDir, folder, file), 'utf8'))

/** Type → the name its definition is exported under. */
const exportedAs = new Map(
  Object.entries(frontDoor).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && 'type' in value && 'sample' in value
      ? [[String(value.type), name] as const]
      : [],
  ),
)

const ruled = new Set(bundledTracking().flatMap(({ rules }) => Object.keys(rules)))
const scanned = new Set(bundledScans().flatMap(({ events }) => [...events]))
/** Code that publishes by hand: a definition and a publish in one file. */
const publishing = ['collections', 'hooks']
  .flatMap(filesBelow)
  .filter((text) => /\.(publish|capture)\(/.test(text))
const isPublished = (type: string): boolean => {
  const name = exportedAs.get(type)
  return name !== undefined && publishing.some((text) => new RegExp(`\\b${name}\\b`).test(text))
}

/** What the engine tells of its own deliveries, beside the mission's list. */
const operational: readonly string[] = operationsEvents.map(({ type }) => type)
const types: readonly string[] = frontDoor.bundledCatalogue.types.filter(
  (type) => !operational.includes(type),
)

/** Titles of EV-03, each with the file it stands in. */
const titles = filesBelow('test/integration').flatMap((text) =>
  [...text.matchAll(/(['"`])(EV-03 (?:(?!\1).)*)\1/g)].map(([, , title = '']) => ({ text, title })),
)

/** `order.paid` by its whole name, as `order.created, .paid`, or as `order.%s` beside a table with `'paid'`. */
const isNamed = (type: string): boolean => {
  const [entity = '', verb = ''] = type.split('.')
  return titles.some(
    ({ text, title }) =>
      new RegExp(`\\b${entity}\\.${verb}\\b`).test(title) ||
      new RegExp(`\\b${entity}\\..*[ ,]\\.${verb}\\b`).test(title) ||
      (title.includes(`${entity}.%s`) && text.includes(`'${verb}'`)),
  )
}

describe('every event', () => {
  test('EV-01 the catalogue is the mission’s list, all 82 and nothing else', () => {
    expect(missionEvents).toHaveLength(82)
    expect([...types].sort()).toEqual([...missionEvents].sort())
  })

  test('EV-02 every type of the catalogue has an emitter: a rule, a scan or an action', () => {
    const silent = types.filter(
      (type) => !ruled.has(type) && !scanned.has(type) && !isPublished(type),
    )
    expect(silent).toEqual([])
  })

  test('EV-02 every emitter is in the catalogue', () => {
    expect([...ruled, ...scanned].filter((type) => !types.includes(type))).toEqual([])
  })

  test('the engine tells of its own deliveries: four types, in an area of their own, each with an emitter', () => {
    expect(operational).toEqual([
      'delivery.failing',
      'delivery.exhausted',
      'delivery.recovered',
      'delivery.channel_disabled',
    ])
    expect(new Set(operationsEvents.map(({ area }) => area.slug))).toEqual(new Set(['operations']))
    const engine = filesBelow('src/receiver-health').join('\n')
    const silent = operational.filter((type) => !engine.includes(exportedAs.get(type) ?? type))
    expect(silent).toEqual([])
    expect(operational.filter((type) => !isNamed(type))).toEqual([])
  })

  test('EV-05 every definition can be imported by its name', () => {
    expect(types.filter((type) => !exportedAs.has(type))).toEqual([])
  })

  test.each(missionEvents)('EV-03 %s has a test of its own that names it', (type) => {
    expect(isNamed(type)).toBe(true)
  })
})
