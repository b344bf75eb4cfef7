import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type * as z from 'zod'

import {
  formSubmissionSnapshot,
  leadSnapshot,
  projectSnapshot,
  taskSnapshot,
} from '../../../src/index.ts'
import { type CrmWorld, openCrmWorld } from '../../support/events/crmWorld.ts'

let world: CrmWorld
type Row = {
  collection: string
  snapshot: z.ZodObject
  data: () => Promise<Record<string, unknown>>
}

beforeAll(async () => {
  world = await openCrmWorld()
}, 300_000)

afterAll(async () => world?.close())

const day = '2026-11-25T12:00:00.000Z'
const marks = ['source', 'medium', 'campaign', 'content', 'term', 'fbclid', 'gclid', 'yclid']
const utm = Object.fromEntries(marks.map((mark) => [mark, 'x']))
const consents = [{ text: 'Согласен', documentUrl: '/privacy', at: day }]
const questions = [{ blockType: 'text', name: 'name', label: 'Имя' }]
const newForm = () => world.make('forms', { title: 'Форма', fields: questions })
const newSubmission = async (form: number) =>
  world.make('form-submissions', { form, values: [{ name: 'name', value: 'Анна' }] })

const rows: Row[] = [
  {
    collection: 'leads',
    snapshot: leadSnapshot,
    data: async () => {
      const form = (await newForm()).id
      return {
        name: 'Анна',
        company: 'Север',
        phone: '8 916 123-45-67',
        email: 'anna@example.test',
        message: 'Здравствуйте',
        status: 'lost',
        lostReason: 'price',
        lostComment: 'дорого',
        source: 'ads',
        assignee: world.as.manager.id,
        tags: ['а', 'б'],
        value: { amount: 10.5, currency: 'RUB' },
        nextContactAt: day,
        note: 'x',
        form,
        submission: (await newSubmission(form)).id,
        landingPage: 'https://example.test/',
        referrer: 'https://example.test/',
        utm,
        consents,
        externalSystem: 'amo',
        externalId: '1',
        externalEntity: 'lead',
        externalEntityId: '2',
        deletedAt: day,
      }
    },
  },
  {
    collection: 'form-submissions',
    snapshot: formSubmissionSnapshot,
    data: async () => ({
      form: (await newForm()).id,
      values: [{ name: 'name', label: 'Имя', value: 'a', shown: 'А' }],
      consents,
      page: 'https://example.test/',
      referrer: 'https://example.test/',
      utm,
      locale: 'ru',
      ip: '203.0.113.0',
      userAgent: 'Mozilla',
    }),
  },
  {
    collection: 'service-projects',
    snapshot: projectSnapshot,
    data: async () => ({
      title: 'Сайт',
      description: 'x',
      status: 'completed',
      serviceNames: ['Дизайн'],
      budget: { amount: 1, currency: 'RUB' },
      note: 'x',
      client: world.as.customer.id,
      lead: (await world.make('leads', { name: 'Анна' })).id,
      manager: world.as.manager.id,
      team: [world.as.manager.id, world.as.viewer.id],
      deadline: day,
      progress: 40,
      tags: ['а'],
    }),
  },
  {
    collection: 'tasks',
    snapshot: taskSnapshot,
    data: async () => ({
      title: 'Макет',
      description: 'x',
      status: 'done',
      project: (await world.make('service-projects', { title: 'Сайт' })).id,
      lead: (await world.make('leads', { name: 'Анна' })).id,
      assignee: world.as.manager.id,
      reporter: world.as.admin.id,
      priority: 'urgent',
      dueAt: day,
      checklist: [{ title: 'раз', done: true }],
      tags: ['а'],
      order: 3,
    }),
  },
]

/** Members of the row that its snapshot does not name; `id` of the rows of an array is Payload's own. */
function unknownMembers(schema: z.ZodObject, row: Record<string, unknown>, path = ''): string[] {
  return Object.entries(row).flatMap(([name, value]) => {
    const known: unknown = schema.shape[name]
    if (known === undefined) return name === 'id' && path !== '' ? [] : [path + name]
    const inner = innerObject(known)
    const members = [value].flat().filter((each) => typeof each === 'object' && each !== null)
    if (inner === undefined) return []
    return members.flatMap((each) => unknownMembers(inner, { ...each }, `${path}${name}.`))
  })
}

type Wrapper = { shape?: unknown; element?: unknown; unwrap?: () => unknown }

function innerObject(schema: unknown): z.ZodObject | undefined {
  const wrapper = schema as Wrapper
  if (wrapper.shape !== undefined) return schema as z.ZodObject
  if (wrapper.element !== undefined) return innerObject(wrapper.element)
  return typeof wrapper.unwrap === 'function' ? innerObject(wrapper.unwrap()) : undefined
}

describe.each(rows)('a row of $collection with every field filled', ({ collection, ...row }) => {
  test('fits its snapshot, which knows every column', async () => {
    const data = await row.data()
    const [event] = (await world.eventsOf(() => world.make(collection, data))).filter(
      ({ meta }) => meta['collection'] === collection,
    )
    const current = event?.data.current ?? {}
    expect(row.snapshot.safeParse(current).error?.issues ?? []).toEqual([])
    expect(unknownMembers(row.snapshot, current)).toEqual([])
    expect(Object.keys(data).filter((field) => !current[field])).toEqual([])
  })
})

test('a column that the snapshot does not name would be noticed', () => {
  const row = { id: 1, title: 'x', checklist: [{ id: 'a', colour: 'red' }], weather: 'rain' }
  expect(unknownMembers(taskSnapshot, row)).toEqual(['checklist.colour', 'weather'])
})
