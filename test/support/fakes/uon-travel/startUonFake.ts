import * as z from 'zod'

import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'

/** The key that the fake knows. */
export const FAKE_UON_KEY = 'fakeKeyOfUon0123456789'

export type UonFake = Pick<Loopback, 'url' | 'requests' | 'close'> & {
  leads: Record<string, string>[]
}

const lead = z
  .strictObject({
    u_name: z.string().min(1).optional(),
    u_surname: z.string().min(1).optional(),
    u_phone: z.string().min(1).optional(),
    u_email: z.email().optional(),
    note: z.string().min(1).optional(),
    source: z.string().min(1),
    r_u_id: z.string().regex(/^\d+$/).optional(),
  })
  // The page of the vendor names dozens of others, and additional fields by number.
  .catchall(z.string())

/** An answer in JSON. */
export function uonReply(status: number, body: unknown, headers = {}): LoopbackReply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
}

/** U-ON.Travel on this machine, as far as it is used; `script` answers instead when it returns anything but undefined. */
export async function startUonFake(
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<UonFake> {
  const leads: Record<string, string>[] = []
  const { close, requests, url } = await startLoopback((request) => {
    const scripted = script(request)
    return scripted === undefined ? answer(request, leads) : scripted
  })
  return { url, requests, close, leads }
}

function answer(request: LoopbackRequest, leads: Record<string, string>[]): LoopbackReply {
  const { body, headers, method, path } = request
  const [, key, ...rest] = path.split('/')
  const name = rest.join('/')
  if (key !== FAKE_UON_KEY) return uonReply(403, { error: { message: 'API key is wrong' } })
  if (method === 'GET' && name === 'manager.json')
    return uonReply(200, { result: 200, managers: [{ id: 7, u_name: 'Ольга' }] })
  if (method !== 'POST' || headers['content-type'] !== 'application/x-www-form-urlencoded')
    return uonReply(404, { error: { message: 'Method not found' } })
  const form = Object.fromEntries(new URLSearchParams(body))
  if (name === 'lead/search.json') return search(form, leads)
  const read = lead.safeParse(form)
  if (name !== 'lead/create.json' || !read.success)
    return uonReply(200, { result: 400, message: read.error?.message ?? 'unknown method' })
  leads.push(form)
  return uonReply(200, { result: 200, id: String(leads.length), comment: '' })
}

function search(form: Record<string, string>, leads: Record<string, string>[]): LoopbackReply {
  const [[name = '', wanted] = []] = Object.entries(form)
  const field = /^(extended_fields\[(\d+)\])\[\]$/.exec(name)
  if (field === null) return uonReply(200, { result: 400, message: 'filter' })
  const [, own = '', id = ''] = field
  const found = leads.flatMap((one, index) =>
    one[own] === wanted
      ? [{ id: String(index + 1), extended_fields: { [id]: String(wanted) } }]
      : [],
  )
  // Lists without a row say so inside an answer of success.
  return uonReply(200, found.length === 0 ? { result: 404 } : { result: 200, leads: found })
}
