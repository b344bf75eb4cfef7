import * as z from 'zod'

import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'

/** The one token and sender that the fake knows. */
export const FAKE_WHATSAPP_TOKEN = 'EAAGfakeTokenOfTheSystemUser0123456789'
export const FAKE_PHONE_NUMBER_ID = '106540352242922'

/** People of the fake's world who cannot be written to, by the digits of their number. */
const refusals: Record<string, [status: number, code: number, details: string]> = {
  '79990000001': [400, 131_026, 'Message undeliverable'],
  '79990000003': [400, 131_050, 'User has stopped receipt of marketing messages'],
  '79990000004': [400, 131_056, '(Business Account, Consumer Account) pair rate limit hit'],
}
/** Wrote last more than 24 hours ago. */
const LATE = '79990000002'
/** Approved templates: language and number of places in the body, and what else they have. */
const templates: Record<string, { language: string; body: number; button?: true; header?: true }> =
  {
    order_paid: { language: 'ru', body: 2 },
    order_link: { language: 'ru', body: 1, button: true, header: true },
    plain_notice: { language: 'en_US', body: 0 },
  }

const parameter = z.strictObject({
  type: z.literal('text'),
  text: z
    .string()
    .min(1)
    .max(1024)
    .regex(/^(?!.*[\n\t]| {5})/s),
})
const component = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), parameters: z.array(parameter).length(1) }),
  z.strictObject({ type: z.literal('body'), parameters: z.array(parameter).min(1) }),
  z.strictObject({
    type: z.literal('button'),
    sub_type: z.literal('url'),
    index: z.string().regex(/^\d$/),
    parameters: z.array(parameter).length(1),
  }),
])
const common = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual'),
  to: z.string().regex(/^\+?\d{7,15}$/),
  biz_opaque_callback_data: z.string().max(512).optional(),
}
const message = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('text'),
    text: z.strictObject({ body: z.string().min(1).max(4096), preview_url: z.boolean() }),
  }),
  z.strictObject({
    ...common,
    type: z.literal('template'),
    template: z.strictObject({
      name: z.string(),
      language: z.strictObject({ code: z.string() }),
      components: z.array(component).optional(),
    }),
  }),
])

/** A message as it was taken. */
export type AcceptedWhatsapp = z.output<typeof message>

export type WhatsappFake = Pick<Loopback, 'url' | 'requests' | 'close'> & {
  posted: AcceptedWhatsapp[]
}

const json = (status: number, body: unknown, headers = {}): LoopbackReply => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
  body: JSON.stringify(body),
})

/** An error as Meta writes it. */
export function whatsappReply(
  status: number,
  code: number,
  details: string,
  headers = {},
): LoopbackReply {
  const error = {
    message: `(#${code}) ${details}`,
    type: 'OAuthException',
    code,
    error_data: { messaging_product: 'whatsapp', details },
    fbtrace_id: 'AfakeTraceId',
  }
  return json(status, { error }, headers)
}

/** A Cloud API on this machine; `script` answers instead when it returns anything but undefined. */
export async function startWhatsappFake(
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<WhatsappFake> {
  const posted: AcceptedWhatsapp[] = []
  const { close, requests, url } = await startLoopback((request) => {
    const scripted = script(request)
    return scripted === undefined ? answer(request, posted) : scripted
  })
  return { url: `${url}/v23.0`, requests, close, posted }
}

function answer(request: LoopbackRequest, posted: AcceptedWhatsapp[]): LoopbackReply {
  if (request.headers.authorization !== `Bearer ${FAKE_WHATSAPP_TOKEN}`)
    return whatsappReply(401, 190, 'Invalid OAuth access token - Cannot parse access token')
  const [, id, edge] = /^\/v23\.0\/(\d+)(\/messages)?$/.exec(request.path) ?? []
  if (id !== FAKE_PHONE_NUMBER_ID)
    return whatsappReply(400, 100, `Unsupported request. Object with ID '${id}' does not exist`)
  if (edge === undefined && request.method === 'GET') {
    return json(200, { verified_name: 'Магазин', display_phone_number: '+7 701 000 00 00', id })
  }
  if (edge === undefined || request.method !== 'POST')
    return whatsappReply(400, 100, 'Unsupported request')
  if (request.headers['content-type'] !== 'application/json')
    return whatsappReply(400, 100, 'The parameter messaging_product is required.')
  const read = message.safeParse(request.json)
  if (!read.success) {
    return whatsappReply(400, 131_009, `Parameter value is not valid: ${read.error.message}`)
  }
  return take(read.data, posted)
}

function take(taken: AcceptedWhatsapp, posted: AcceptedWhatsapp[]): LoopbackReply {
  const digits = taken.to.replace('+', '')
  const refusal = refusals[digits]
  if (refusal !== undefined) return whatsappReply(...refusal)
  if (taken.type === 'text' && digits === LATE) {
    const late = 'Message failed to send because more than 24 hours have passed'
    return whatsappReply(400, 131_047, late)
  }
  const misfit = taken.type === 'template' ? misfitOf(taken.template) : null
  if (misfit !== null) return misfit
  posted.push(taken)
  return json(200, {
    messaging_product: 'whatsapp',
    contacts: [{ input: taken.to, wa_id: digits }],
    messages: [{ id: `wamid.FAKE${posted.length}` }],
  })
}

type Template = Extract<AcceptedWhatsapp, { type: 'template' }>['template']

function misfitOf({ components = [], language, name }: Template): LoopbackReply | null {
  const known = templates[name]
  if (known === undefined || known.language !== language.code) {
    const text = `template name (${name}) does not exist in ${language.code}`
    return whatsappReply(404, 132_001, text)
  }
  const given = (type: string) =>
    components.find((part) => part.type === type)?.parameters.length ?? 0
  const fits =
    given('body') === known.body &&
    given('header') === Number(known.header ?? false) &&
    given('button') === Number(known.button ?? false)
  if (fits) return null
  const text = `number of parameters (${given('body')}) does not match the expected number (${known.body})`
  return whatsappReply(400, 132_000, text)
}
