import type { MessagePreview, PreviewInput } from '../../../src/index.ts'
import type { EmailTarget } from './emailTarget.ts'
import { renderEmail } from './renderEmail.ts'

/** The letter as it would go out. */
export async function previewEmail(input: PreviewInput<EmailTarget>): Promise<MessagePreview> {
  const { message } = await renderEmail(input, 'preview.invalid')
  const { html, subject, text, to } = message
  return { to: to.join(', '), subject, text, ...(html === undefined ? {} : { html }) }
}
