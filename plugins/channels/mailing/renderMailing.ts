import * as z from 'zod'

import {
  createReasons,
  type Json,
  type PreviewInput,
  quoteOf,
  type SaidReason,
  templateScope,
  toE164,
  renderLine,
} from '../../../src/index.ts'
import { mailingError } from './mailingError.ts'
import type { MailingContact } from './mailingProvider.ts'
import { mailingProviders } from './mailingProviders.ts'
import { mailingReasons } from './mailingReasons.ts'
import type { MailingTarget } from './mailingTarget.ts'

type RenderInput = Pick<PreviewInput<MailingTarget>, 'event' | 'target' | 'templates'>

const isEmail = z.email()
const named = z.record(z.string().min(1).max(100), z.json())

/** Makes the contact of one delivery. Throws FLOW_TEMPLATE_… and FLOW_MAILING_… errors, which no further try can heal. */
export async function renderMailing(
  input: RenderInput,
): Promise<{ contact: MailingContact; remarks: SaidReason[] }> {
  const { homeCountry, isConfirmed, list, provider } = input.target
  const { list: shape, name: service } = mailingProviders[provider]
  if (!shape.test(list)) throw mailingError.listInvalid(list, service)
  const email = await renderLine(input, input.target.email)
  if (!isEmail.safeParse(email).success) throw mailingError.emailInvalid(email)
  const typed = await renderLine(input, input.target.phone)
  const phone = toE164(typed, homeCountry) ?? ''
  const tags = (await renderLine(input, input.target.tags)).split(',').map((tag) => tag.trim())
  const left = createReasons(mailingReasons)('phone_left_out', { phone: quoteOf(typed) })
  return {
    contact: {
      ...{ list, email, phone, isConfirmed },
      name: await renderLine(input, input.target.name),
      tags: tags.filter((tag) => tag !== ''),
      fields: await extraFields(input),
    },
    remarks: typed === '' || phone !== '' ? [] : [left],
  }
}

async function extraFields({
  event,
  target,
  templates,
}: RenderInput): Promise<Record<string, Json>> {
  if (target.fields === null) return {}
  const escapeValue = (text: string): string => JSON.stringify(text).slice(1, -1)
  const read = named.safeParse(
    parsed(await templates.render(target.fields, templateScope(event), { escapeValue })),
  )
  if (read.success) return read.data
  throw mailingError.fieldsInvalid(read.error.issues[0]?.message ?? '')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw mailingError.fieldsInvalid(error instanceof Error ? error.message : String(error))
  }
}
