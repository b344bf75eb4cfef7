import type * as z from 'zod'

import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'
import { lptrackerDone, lptrackerFailure } from './lptrackerReply.ts'
import { lptrackerSchemas } from './lptrackerSchemas.ts'

/** The account that the fake knows. */
export const FAKE_LPTRACKER = {
  login: 'robot@example.com',
  password: 'fake Password of LPTracker!',
  project: 4321,
} as const

type Contact = z.output<typeof lptrackerSchemas.contact> & { id: number }
type Lead = z.output<typeof lptrackerSchemas.lead> & { id: number; contactId: number }

export type LptrackerFake = Pick<Loopback, 'url' | 'requests' | 'close'> & {
  contacts: Contact[]
  leads: Lead[]
  logins: () => number
  /** Ends all tokens, as time does. */
  expireTokens: () => void
  /** A person deletes a lead. */
  removeLead: (id: number) => void
  /** How many requests looked for something. */
  searches: () => number
}

type Store = {
  contacts: Contact[]
  leads: Lead[]
  tokens: Set<string>
  logins: number
  made: number
}

/** LPTracker on this machine, as far as it is used; `script` answers instead when it returns anything but undefined. */
export async function startLptrackerFake(
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<LptrackerFake> {
  const store: Store = { contacts: [], leads: [], tokens: new Set(), logins: 0, made: 0 }
  const { close, requests, url } = await startLoopback((request) => {
    const scripted = script(request)
    return scripted === undefined ? answer(request, store) : scripted
  })
  return {
    ...{ url, requests, close, contacts: store.contacts, leads: store.leads },
    logins: () => store.logins,
    expireTokens: () => store.tokens.clear(),
    removeLead: (id) => {
      const index = store.leads.findIndex((lead) => lead.id === id)
      if (index !== -1) store.leads.splice(index, 1)
    },
    searches: () => requests.filter(({ method }) => method === 'GET').length,
  }
}

function answer(request: LoopbackRequest, store: Store): LoopbackReply {
  const { headers, json, method, path } = request
  if (method !== 'GET' && headers['content-type'] !== 'application/json')
    return lptrackerFailure(400, 'JSON only')
  if (method === 'POST' && path === '/login') return login(json, store)
  if (!store.tokens.has(String(headers['token']))) return lptrackerFailure(401, 'Invalid token')
  if (method === 'GET' && path === '/projects')
    return lptrackerDone([{ id: FAKE_LPTRACKER.project, name: 'Сайт' }])
  if (method === 'GET' && path === '/contact/search') return search(request, store)
  const leadsOf = /^\/contact\/(\d+)\/leads$/.exec(path)?.[1]
  if (method === 'GET' && leadsOf !== undefined)
    return lptrackerDone(
      store.leads.filter(({ contactId }) => String(contactId) === leadsOf).map(shown),
    )
  if (method === 'POST' && path === '/lead') return makeLead(json, store)
  const changed = /^\/lead\/(\d+)$/.exec(path)?.[1]
  if (method === 'PUT' && changed !== undefined) return changeLead(changed, json, store)
  return lptrackerFailure(404, 'Method not found')
}

function login(json: unknown, store: Store): LoopbackReply {
  const { data } = lptrackerSchemas.login.safeParse(json)
  if (data?.login !== FAKE_LPTRACKER.login || data.password !== FAKE_LPTRACKER.password)
    return lptrackerFailure(401, 'Wrong login or password')
  store.logins += 1
  const token = `fakeTokenOfLogin${store.logins}`
  store.tokens.add(token)
  return lptrackerDone({ token })
}

function search({ query }: LoopbackRequest, { contacts }: Store): LoopbackReply {
  const phone = query.get('phone')
  const email = query.get('email')
  if (query.get('project_id') !== String(FAKE_LPTRACKER.project) || (!phone && !email))
    return lptrackerFailure(400, 'project_id and phone or email needed')
  return lptrackerDone(
    contacts
      .filter(({ details }) => details.some(({ data }) => data === (phone ?? email)))
      .map(({ id, details }) => ({ id, details })),
  )
}

function makeLead(json: unknown, store: Store): LoopbackReply {
  const { contact, contact_id: known, ...rest } = Object(json) as Record<string, unknown>
  const read = lptrackerSchemas.lead.safeParse(rest)
  if (!read.success) return lptrackerFailure(400, read.error.message)
  const contactId = contact === undefined ? known : makeContact(contact, store)
  if (!store.contacts.some(({ id }) => id === contactId))
    return lptrackerFailure(400, 'Contact not found')
  const lead = { ...read.data, id: 900 + store.made, contactId: Number(contactId) }
  store.made += 1
  store.leads.push(lead)
  return lptrackerDone(shown(lead))
}

function makeContact(json: unknown, { contacts }: Store): number | undefined {
  const read = lptrackerSchemas.contact.safeParse(json)
  if (!read.success || read.data.project_id !== FAKE_LPTRACKER.project) return undefined
  const id = 500 + contacts.length
  contacts.push({ ...read.data, id })
  return id
}

function changeLead(id: string, json: unknown, { leads }: Store): LoopbackReply {
  const { contact_id: contactId, ...rest } = Object(json) as Record<string, unknown>
  const lead = leads.find((one) => String(one.id) === id && one.contactId === contactId)
  const read = lptrackerSchemas.lead.safeParse(rest)
  if (lead === undefined) return lptrackerFailure(404, 'Lead not found')
  if (!read.success) return lptrackerFailure(400, read.error.message)
  Object.assign(lead, read.data, { custom: { ...lead.custom, ...read.data.custom } })
  return lptrackerDone(shown(lead))
}

/** As answers show it: fields as a list. */
function shown({ contactId, custom = {}, id, name }: Lead): object {
  const fields = Object.entries(custom).map(([field, value]) => ({ id: Number(field), value }))
  return { id, contact_id: contactId, name, custom: fields }
}
