import * as z from 'zod'

import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'
import { checkBitrixFields } from './checkBitrixFields.ts'

/** The code of the one webhook that the fake knows, and its address at the portal. */
export const FAKE_BITRIX_CODE = 'f4keC0deOfTheHook'
export const FAKE_BITRIX_URL = `https://shop.bitrix24.ru/rest/1/${FAKE_BITRIX_CODE}/`

type Entity = 'lead' | 'deal' | 'contact'
type Fields = Record<string, unknown>

/** What the portal holds: fields by number. */
export type BitrixObjects = Record<Entity, Map<string, Fields>>

export type BitrixFake = Pick<Loopback, 'url' | 'requests' | 'close'> & {
  objects: BitrixObjects
  /** Names of the methods called, in order; those of a batch in its place. */
  methods: string[]
  /** How many requests looked for something. */
  searches: () => number
}

const time = { start: 1, finish: 1.1, operating_reset_at: 1_795_255_500, operating: 0.1 }

const reply = (status: number, body: unknown, headers = {}): LoopbackReply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
})

/** A refusal as Bitrix24 writes it. */
export function bitrixReply(
  status: number,
  error: string | number,
  description: string,
  headers = {},
): LoopbackReply {
  return reply(status, { error, error_description: description }, headers)
}

/** A refusal of one method, whatever carries it. */
class Refusal extends Error {
  readonly status: number
  readonly error: string
  constructor(status: number, error: string, description: string) {
    super(description)
    this.status = status
    this.error = error
  }
}

/** A portal on this machine; `script` answers instead when it returns anything but undefined. */
export async function startBitrixFake(
  script: (request: LoopbackRequest, method: string) => LoopbackReply | undefined = () => undefined,
): Promise<BitrixFake> {
  const objects: BitrixObjects = { lead: new Map(), deal: new Map(), contact: new Map() }
  const methods: string[] = []
  const { close, requests, url } = await startLoopback((request) => {
    const [, code, method = ''] =
      /^\/rest\/1\/(\w+)\/([\w.]+?)(?:\.json)?$/.exec(request.path) ?? []
    const scripted = script(request, method)
    if (scripted !== undefined) return scripted
    if (code !== FAKE_BITRIX_CODE)
      return bitrixReply(401, 'NO_AUTH_FOUND', 'Wrong authorization data')
    if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json')
      return bitrixReply(400, 'INVALID_REQUEST', 'This fake takes JSON in a POST only')
    methods.push(method)
    return answer(objects, methods, method, request.json)
  })
  const searches = (): number => methods.filter((method) => method === 'batch').length
  return { url, requests, close, objects, methods, searches }
}

function answer(
  objects: BitrixObjects,
  methods: string[],
  method: string,
  params: unknown,
): LoopbackReply {
  try {
    if (method !== 'batch') return reply(200, { result: run(objects, method, params), time })
    return reply(200, { result: batch(objects, methods, params), time })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return bitrixReply(error.status, error.error, error.message)
  }
}

const batchParams = z.strictObject({
  halt: z.union([z.literal(0), z.literal(1)]),
  cmd: z.record(z.string(), z.string()),
})

/** Answers with success whatever the commands come to. */
function batch(objects: BitrixObjects, methods: string[], params: unknown): object {
  const { cmd } = batchParams.parse(params)
  if (Object.keys(cmd).length > 50)
    throw new Refusal(400, 'ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded')
  const result: Fields = {}
  const failures: Fields = {}
  for (const [name, text] of Object.entries(cmd)) {
    const [method = '', query = ''] = text.split(/\?(.*)/s)
    methods.push(method)
    try {
      result[name] = run(objects, method, nested(query))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      failures[name] = { error: error.error, error_description: error.message }
    }
  }
  const isClean = Object.keys(failures).length === 0
  return { result, result_error: isClean ? [] : failures, result_total: [], result_next: [] }
}

function run(objects: BitrixObjects, method: string, params: unknown): unknown {
  if (method === 'profile') return { ID: '1', ADMIN: true, NAME: 'Анна', LAST_NAME: 'Каренина' }
  if (method === 'crm.item.fields') return { fields: { title: { type: 'string' } } }
  if (method === 'crm.duplicate.findbycomm') return duplicates(objects.contact, params)
  const [, entity, verb] = /^crm\.(lead|deal|contact)\.(add|update|list)$/.exec(method) ?? []
  if (entity === undefined) throw new Refusal(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!')
  const kept = objects[entity as Entity]
  if (verb === 'list') return list(kept, params)
  return verb === 'add'
    ? add(kept, entity as Entity, params)
    : update(kept, entity as Entity, params)
}

const addParams = z.strictObject({ fields: z.record(z.string(), z.unknown()) })
const updateParams = addParams.extend({ id: z.string().regex(/^\d+$/) })

const given = new WeakMap<Map<string, Fields>, number>()

function add(kept: Map<string, Fields>, entity: Entity, params: unknown): number {
  const { fields } = addParams.parse(params)
  check(entity, fields)
  const first = 100 + (entity === 'lead' ? 1000 : entity === 'deal' ? 2000 : 3000)
  // Numbers are given once, also after what had one is gone.
  const id = given.get(kept) ?? first
  given.set(kept, id + 1)
  kept.set(String(id), fields)
  return id
}

function update(kept: Map<string, Fields>, entity: Entity, params: unknown): boolean {
  const { fields, id } = updateParams.parse(params)
  const before = kept.get(id)
  if (before === undefined) throw new Refusal(400, '', 'Not found')
  check(entity, fields)
  kept.set(id, { ...before, ...fields })
  return true
}

function check(entity: Entity, fields: Fields): void {
  const problem = checkBitrixFields(entity, fields)
  if (problem !== null) throw new Refusal(400, problem.error, problem.description)
}

const listParams = z.strictObject({
  filter: z.record(z.string(), z.string()),
  select: z.array(z.literal('ID')),
})

function list(kept: Map<string, Fields>, params: unknown): object[] {
  const { filter } = listParams.parse(params)
  return [...kept]
    .filter(([, fields]) => Object.entries(filter).every(([name, value]) => fields[name] === value))
    .map(([ID]) => ({ ID }))
}

const duplicateParams = z.strictObject({
  entity_type: z.literal('CONTACT'),
  type: z.enum(['PHONE', 'EMAIL']),
  values: z.array(z.string()).max(20),
})

/** Answers an empty array when there is nobody, and an object otherwise, as PHP does. */
function duplicates(contacts: Map<string, Fields>, params: unknown): object {
  const { type, values } = duplicateParams.parse(params)
  const ids = [...contacts].flatMap(([id, fields]) => {
    const written = fields[type]
    const own = Array.isArray(written) ? written.map(({ VALUE }: { VALUE: string }) => VALUE) : []
    return own.some((value) => values.includes(value)) ? [Number(id)] : []
  })
  return ids.length === 0 ? [] : { CONTACT: ids }
}

/** `filter[A]=x&select[0]=ID` as PHP reads it, one level deep. */
function nested(query: string): Fields {
  const params: Record<string, unknown> = {}
  for (const [name, value] of new URLSearchParams(query)) {
    const [, outer = name, inner] = /^(\w+)\[(\w+)\]$/.exec(name) ?? []
    if (inner === undefined) params[outer] = value
    else if (/^\d+$/.test(inner)) params[outer] = [...((params[outer] as string[]) ?? []), value]
    else params[outer] = { ...(params[outer] as object), [inner]: value }
  }
  return params
}
