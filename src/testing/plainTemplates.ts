import type { TemplateRenderer } from '../channels/channel.ts'

/** A renderer that returns templates unchanged. */
export const plainTemplates: TemplateRenderer = {
  render: async (template) => template,
  check: () => {},
}
