import { expect } from '@jest/globals'

import type { CrmWorld } from './crmWorld.ts'

type Id = number | string
type Data = Record<string, unknown>

/** One of the ways to write a document; all of them must mean the same events. */
export type CrmWriter = {
  api: 'REST' | 'GraphQL' | 'Local API'
  create: (collection: string, data: Data) => Promise<Id>
  update: (collection: string, id: Id, data: Data) => Promise<void>
}

const graphqlNames: Record<string, string> = {
  leads: 'Lead',
  'form-submissions': 'FormSubmission',
  'service-projects': 'ServiceProject',
  tasks: 'Task',
}

/** REST, GraphQL and the Local API, the first two as an administrator. */
export function crmWriters(world: () => CrmWorld): CrmWriter[] {
  return [
    {
      api: 'REST',
      create: async (collection, data) => {
        const answer = await world().rest('POST', `/${collection}`, data, { user: admin(world) })
        expect(answer.status).toBe(201)
        return answer.body.doc['id'] as Id
      },
      update: async (collection, id, data) => {
        const path = `/${collection}/${id}`
        const answer = await world().rest('PATCH', path, data, { user: admin(world) })
        expect(answer.status).toBe(200)
      },
    },
    {
      api: 'GraphQL',
      create: async (collection, data) => {
        const mutation = `create${graphqlNames[collection]}`
        const source = `mutation { made: ${mutation}(data: ${literal(data)}) { id } }`
        const { data: answer, errors } = await world().graphql(source, { user: admin(world) })
        expect(errors).toEqual([])
        return (answer?.['made'] as { id: Id } | undefined)?.id ?? 0
      },
      update: async (collection, id, data) => {
        const mutation = `update${graphqlNames[collection]}`
        const source = `mutation { ${mutation}(id: ${id}, data: ${literal(data)}) { id } }`
        const { errors } = await world().graphql(source, { user: admin(world) })
        expect(errors).toEqual([])
      },
    },
    {
      api: 'Local API',
      create: async (collection, data) => (await world().make(collection, data)).id,
      update: async (collection, id, data) => {
        await world().payload.update({ collection, id, data })
      },
    },
  ]
}

const admin = (world: () => CrmWorld) => world().as.admin

/** Words of closed lists are not quoted in GraphQL. */
const enums = new Set(['status', 'priority', 'source', 'currency'])

function literal(value: unknown, key = ''): string {
  if (Array.isArray(value)) return `[${value.map((each) => literal(each)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, each]) => `${name}: ${literal(each, name)}`)
    return `{ ${members.join(', ')} }`
  }
  return enums.has(key) ? String(value) : JSON.stringify(value)
}
