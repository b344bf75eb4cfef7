import type { MessagePreview, PreviewInput } from '../../../src/index.ts'
import { attachmentName } from './attachmentName.ts'
import type { EmailTarget } from './emailTarget.ts'
import { fileLabel } from './fileLabel.ts'
import { renderAttachments } from './renderAttachments.ts'
import { renderEmail } from './renderEmail.ts'
import { uniqueNames } from './uniqueNames.ts'

/** The letter as it would go out. Its files are named and not fetched: what their servers call them is not known yet. */
export async function previewEmail(input: PreviewInput<EmailTarget>): Promise<MessagePreview> {
  const { message } = await renderEmail(input, 'preview.invalid')
  const { files } = await renderAttachments(input)
  const names = files.map(({ name, url }) =>
    URL.canParse(url) ? attachmentName({ asked: name, url }) : fileLabel(url),
  )
  const { html, subject, text, to } = message
  return {
    to: to.join(', '),
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    ...(names.length === 0 ? {} : { attachments: uniqueNames(names) }),
  }
}
