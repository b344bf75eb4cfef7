import type { TemplateRenderer } from '../channels/channel.ts'
import { FlowError } from '../kernel/flowError.ts'
import type { FieldMapping } from './fieldMapping.ts'
import { mappingInvalid } from './mappingInvalid.ts'

/** Checks the Liquid of every template rule. @throws FlowError FLOW_MAPPING_INVALID */
export function checkMappingTemplates(
  mapping: FieldMapping,
  templates: Pick<TemplateRenderer, 'check'>,
): void {
  for (const [index, { from }] of mapping.entries()) {
    if (!('template' in from)) continue
    try {
      templates.check(from.template)
    } catch (error) {
      if (!(error instanceof FlowError)) throw error
      throw mappingInvalid(index + 1, `from.template: ${String(error.details['detail'])}`)
    }
  }
}
