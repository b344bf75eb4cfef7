import {
  createReasons,
  cutText,
  type PreviewInput,
  type SaidReason,
  toE164,
  renderText,
  renderLine,
} from '../../../src/index.ts'
import { templateNameOf } from './templateNameOf.ts'
import { whatsappError } from './whatsappError.ts'
import { whatsappLimits } from './whatsappLimits.ts'
import type {
  TemplateComponent,
  TemplateParameter,
  TemplatePart,
  TextPart,
  WhatsappMessage,
} from './whatsappMessage.ts'
import { whatsappReasons } from './whatsappReasons.ts'
import type { WhatsappTarget } from './whatsappTarget.ts'

type RenderInput = Pick<
  PreviewInput<WhatsappTarget>,
  'event' | 'target' | 'templates' | 'idempotencyKey'
>

/** A message ready to go, and what was left out of it. */
export type RenderedWhatsapp = { message: WhatsappMessage; remarks: SaidReason[] }

/**
 * Makes the message of one delivery, in the kind that the target asks for or in `kind`. Throws FLOW_TEMPLATE_… and
 * FLOW_WHATSAPP_… errors, which no further try can heal.
 */
export async function renderWhatsapp(
  input: RenderInput,
  kind: WhatsappTarget['kind'] = input.target.kind,
): Promise<RenderedWhatsapp> {
  const number = await whatsappRecipient(input)
  const { part, remarks } = kind === 'text' ? await textPart(input) : await templatePart(input)
  return {
    message: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: number,
      biz_opaque_callback_data: input.idempotencyKey,
      ...part,
    },
    remarks,
  }
}

/** The number of the event, in E.164. @throws FlowError FLOW_WHATSAPP_RECIPIENT_… */
export async function whatsappRecipient(
  input: Pick<RenderInput, 'event' | 'target' | 'templates'>,
): Promise<string> {
  const { homeCountry, to } = input.target
  const recipient = await renderText(input, to)
  if (recipient === '') throw whatsappError.recipientEmpty()
  const number = toE164(recipient, homeCountry)
  if (number === undefined) throw whatsappError.recipientInvalid(recipient)
  return number
}

async function textPart(input: RenderInput): Promise<{ part: TextPart; remarks: SaidReason[] }> {
  const source = await renderText(input, input.target.text)
  if (source === '') throw whatsappError.textEmpty()
  const body = cutText(source, whatsappLimits.text)
  const cut = createReasons(whatsappReasons)('cut', { most: whatsappLimits.text })
  return {
    part: { type: 'text', text: { body, preview_url: input.target.isPreviewShown } },
    remarks: body === source ? [] : [cut],
  }
}

async function templatePart(
  input: RenderInput,
): Promise<{ part: TemplatePart; remarks: SaidReason[] }> {
  const { templateButton, templateHeader, templateLanguage, templateName, templateValues } =
    input.target
  const name = templateNameOf(templateName)
  const header = await value(input, templateHeader)
  const button = await value(input, templateButton)
  const values = await valuesOf(input, templateValues)
  const components: TemplateComponent[] = [
    ...(header === '' ? [] : [{ type: 'header' as const, parameters: [parameter(header)] }]),
    ...(values.length === 0 ? [] : [{ type: 'body' as const, parameters: values.map(parameter) }]),
    ...(button === ''
      ? []
      : [
          {
            type: 'button' as const,
            sub_type: 'url' as const,
            index: '0' as const,
            parameters: [parameter(button)],
          },
        ]),
  ]
  const template = {
    name,
    language: { code: templateLanguage },
    ...(components.length === 0 ? {} : { components }),
  }
  return { part: { type: 'template', template }, remarks: [] }
}

/** Each line of the form is one value, whatever line breaks the event brings into it. */
async function valuesOf(input: RenderInput, lines: string | null): Promise<string[]> {
  const templates = (lines ?? '').replace(/\s+$/, '').split(/\r?\n/)
  if (templates.length === 1 && templates[0] === '') return []
  if (templates.length > whatsappLimits.parameters)
    throw whatsappError.valuesTooMany(templates.length)
  const values: string[] = []
  for (const template of templates) values.push(await value(input, template))
  const empty = values.indexOf('')
  if (empty !== -1) throw whatsappError.valueEmpty(empty + 1)
  return values
}

/** WhatsApp refuses values with line breaks, tabs or many blanks in a row. */
async function value(input: RenderInput, template: string | null): Promise<string> {
  if (template === null) return ''
  return cutText(await renderLine(input, template), whatsappLimits.parameter)
}

const parameter = (text: string): TemplateParameter => ({ type: 'text', text })
