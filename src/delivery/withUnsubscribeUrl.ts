import type { TemplateRenderer } from '../channels/channel.ts'

/** The renderer of a marketing message: its templates may also say `{{ unsubscribeUrl }}`. */
export function withUnsubscribeUrl(
  templates: TemplateRenderer,
  unsubscribeUrl: string,
): TemplateRenderer {
  return {
    ...templates,
    render: (template, scope, options) =>
      templates.render(template, { ...scope, unsubscribeUrl }, options),
  }
}
