import type { JsonObject, TemplateRenderer } from '../../../src/index.ts'
import { encodeValue } from './encodeValue.ts'
import { httpRequestError } from './httpRequestError.ts'

const server = /^https?:\/\/[^/?#{}@\s]+(?=[/?#]|$)/i
/** Also as a URL parser reads them. */
const dots = /^(?:\.|%2e){1,2}$/i

/** Refuses an address whose server is not written out. @throws FlowError FLOW_HTTP_URL_INVALID */
export function checkUrl(template: string): void {
  const origin = server.exec(template)?.[0]
  if (origin === undefined || !URL.canParse(origin)) throw httpRequestError.urlInvalid()
}

/**
 * Fills in an address. Values are percent-encoded, so that none of them ends a part of the path or adds a parameter; what would
 * lead out of the path all the same is refused.
 * @throws FlowError FLOW_HTTP_URL_INVALID, FLOW_HTTP_PATH_INVALID
 */
export async function renderUrl(
  template: string,
  scope: JsonObject,
  templates: TemplateRenderer,
): Promise<string> {
  checkUrl(template)
  const text = await templates.render(template, scope, { escapeValue: encodeValue })
  const url = URL.canParse(text) ? new URL(text) : null
  const wanted = new URL(server.exec(template)?.[0] ?? '')
  if (url === null || url.origin !== wanted.origin || url.username !== '' || url.password !== '')
    throw httpRequestError.urlInvalid()
  const [path = ''] = text.split(/[?#]/)
  const written = partsOf(template.split(/[?#]/)[0] ?? '')
  const parts = partsOf(path)
  const hasEmptied = parts.some(
    (part, index) => part === '' && written[index]?.includes('{{') === true,
  )
  if (hasEmptied || parts.some((part) => dots.test(part))) throw httpRequestError.pathEscapes()
  return url.href
}

function partsOf(path: string): string[] {
  return path.replace(server, '').split('/')
}
