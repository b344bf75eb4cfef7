import type { TemplateRenderer } from '../channels/channel.ts'
import { createReasons, type SaidReason } from '../channels/createReasons.ts'
import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import type { FieldMapping } from '../field-mapper/fieldMapping.ts'
import { mapEvent } from '../field-mapper/mapEvent.ts'
import { mappingFailed } from '../field-mapper/mappingFailed.ts'
import type { JsonObject } from '../kernel/json.ts'
import { templateScope } from '../templates/templateScope.ts'

/** An event as another system's fields, and what is to be said about values that did not fit. */
export type MappedFields = { fields: JsonObject; remarks: SaidReason[] }

const because = createReasons({
  'mapping_left_out.unfit': {
    en: 'the value of "{to}" was not usable: "{detail}" cannot be done with it',
    ru: '',
  },
  'mapping_left_out.template': {
    en: 'the template of "{to}" could not be filled in: {detail}',
    ru: '',
  },
})

/** Maps an event for a channel. @throws FlowError FLOW_MAPPING_FAILED for a required field without a value */
export async function mappedFields(
  mapping: FieldMapping,
  { event, templates }: { event: FlowEvent; templates: Pick<TemplateRenderer, 'render'> },
): Promise<MappedFields> {
  const { problems, value } = await mapEvent(mapping, templateScope(event), templates)
  const fatal = problems.find(({ isFatal }) => isFatal)
  if (fatal !== undefined) throw mappingFailed(fatal)
  const remarks = problems.map(({ detail = '', to, why }) =>
    because(why === 'template' ? 'mapping_left_out.template' : 'mapping_left_out.unfit', {
      to,
      detail,
    }),
  )
  return { fields: value, remarks }
}
