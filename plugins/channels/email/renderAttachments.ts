import { type DeliverInput, renderLine, renderText } from '../../../src/index.ts'
import type { EmailTarget } from './emailTarget.ts'

/** A file of the form, filled in with the event; an empty name is found out from the answer. */
export type AskedFile = { url: string; name: string }

/** The files of one letter, and the rows (from 1) that have none for this event. Throws FLOW_TEMPLATE_FAILED. */
export async function renderAttachments(
  input: Pick<DeliverInput<EmailTarget>, 'event' | 'target' | 'templates'>,
): Promise<{ files: AskedFile[]; emptyRows: number[] }> {
  const files: AskedFile[] = []
  const emptyRows: number[] = []
  for (const [index, row] of input.target.attachments.entries()) {
    const url = await renderText(input, row.url)
    if (url === '') emptyRows.push(index + 1)
    else files.push({ url, name: await renderLine(input, row.name) })
  }
  return { files, emptyRows }
}
