import type { MessagePreview, PreviewInput } from '../../../src/index.ts'
import type { InAppTarget } from './inAppTarget.ts'
import { renderInApp } from './renderInApp.ts'

/** The notification as it would be put. Throws FLOW_TEMPLATE_… and FLOW_IN_APP_… errors. */
export async function previewInApp(
  input: PreviewInput<InAppTarget>,
  adminRoute: string,
): Promise<MessagePreview> {
  const { message } = await renderInApp(input, adminRoute)
  const { audience, level, link, text, title } = message
  return {
    to: audience.kind === 'user' ? audience.userId : (audience.role ?? 'staff'),
    subject: title,
    text,
    json: { audience: { ...audience }, title, text, link, level },
  }
}
