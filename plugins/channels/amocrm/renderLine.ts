import { type PreviewInput, templateScope } from '../../../src/index.ts'

/** A template as one line; nothing for a field that is empty. */
export async function renderLine(
  { event, templates }: Pick<PreviewInput<unknown>, 'event' | 'templates'>,
  template: string | null,
): Promise<string> {
  if (template === null) return ''
  const text = await templates.render(template, templateScope(event))
  return text.replaceAll(/\s+/g, ' ').trim()
}
