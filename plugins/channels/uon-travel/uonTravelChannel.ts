import {
  type Channel,
  checkMappingTemplates,
  checkTemplates,
  cutText,
  defineChannel,
} from '../../../src/index.ts'
import { checkUonKey } from './checkUonKey.ts'
import { checkUonMapping } from './checkUonMapping.ts'
import { deliverUon } from './deliverUon.ts'
import { renderUon } from './renderUon.ts'
import { testUon } from './testUon.ts'
import { toUonNumber } from './toUonNumber.ts'
import { uonFields } from './uonFields.ts'
import { uonReasons } from './uonReasons.ts'
import { type UonTarget, uonTarget } from './uonTarget.ts'

/** How the channel is set up in code. */
export type UonTravelChannelOptions = {
  /** A proxy or a fake. @default U-ON's own address */
  apiUrl?: string | undefined
}

/** Makes leads of travel agencies in U-ON.Travel. */
export function createUonTravelChannel({
  apiUrl,
}: UonTravelChannelOptions = {}): Channel<UonTarget> {
  return defineChannel<UonTarget>({
    slug: 'uon-travel',
    label: { en: 'U-ON.Travel', ru: 'Обращение в U-ON.Travel' },
    description: {
      en: 'Makes a lead of a travel agency in U-ON.Travel.',
      ru: 'Создаёт обращение турагентства в U-ON.Travel.',
    },
    fields: uonFields,
    target: uonTarget,
    checkSecret: (_, value) => checkUonKey(value),
    validate: async (target, { templates }) => {
      const { email, idField, lastName, manager, mapping, name, note, phone, source } = target
      if (idField !== null) toUonNumber('idField', idField)
      checkTemplates(templates, { name, lastName, phone, email, note, source, manager })
      checkUonMapping(mapping)
      checkMappingTemplates(mapping, templates)
    },
    describeTarget: ({ source }) => `U-ON: ${cutText(source, 80)}`.replaceAll(/\s+/g, ' '),
    reasons: uonReasons,
    testConnection: (input) => testUon(input, apiUrl),
    preview: async (input) => ({ to: 'U-ON lead', json: (await renderUon(input)).form }),
    deliver: (input) => deliverUon(input, apiUrl),
  })
}
