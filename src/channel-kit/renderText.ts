import type { TemplateRenderer } from '../channels/channel.ts'
import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import { templateScope } from '../templates/templateScope.ts'

/** A template of a channel's form filled in with the event, without blanks around it; nothing for a field that is empty. */
export async function renderText(
  { event, templates }: { event: FlowEvent; templates: Pick<TemplateRenderer, 'render'> },
  template: string | null,
): Promise<string> {
  return template === null ? '' : (await templates.render(template, templateScope(event))).trim()
}
