import {
  type Channel,
  checkMappingTemplates,
  checkTemplates,
  cutText,
  defineChannel,
} from '../../../src/index.ts'
import { checkLptrackerMapping } from './checkLptrackerMapping.ts'
import { deliverLptracker } from './deliverLptracker.ts'
import { lptrackerFields } from './lptrackerFields.ts'
import { lptrackerIdField } from './lptrackerIdField.ts'
import { lptrackerReasons } from './lptrackerReasons.ts'
import { type LptrackerTarget, lptrackerTarget } from './lptrackerTarget.ts'
import { createLptrackerTokens } from './lptrackerTokens.ts'
import { renderLptracker } from './renderLptracker.ts'
import { testLptracker } from './testLptracker.ts'
import { toLptrackerNumber } from './toLptrackerNumber.ts'

/** How the channel is set up in code. */
export type LptrackerChannelOptions = {
  /** A proxy or a fake. @default LPTracker's own address */
  apiUrl?: string | undefined
}

/** Makes and changes leads with their contacts in LPTracker. */
export function createLptrackerChannel({
  apiUrl,
}: LptrackerChannelOptions = {}): Channel<LptrackerTarget> {
  const setup = { apiUrl, tokens: createLptrackerTokens() }
  return defineChannel<LptrackerTarget>({
    slug: 'lptracker',
    label: { en: 'LPTracker', ru: 'Лид в LPTracker' },
    description: {
      en: 'Makes a lead with its contact in LPTracker, and changes it later.',
      ru: 'Создаёт лид с контактом в LPTracker, а потом обновляет.',
    },
    fields: lptrackerFields,
    target: lptrackerTarget,
    validate: async (target, { templates }) => {
      const { email, mapping, name, owner, phone, project, stage, title } = target
      toLptrackerNumber('project', project)
      lptrackerIdField(target)
      checkTemplates(templates, { title, name, phone, email, stage, owner })
      checkLptrackerMapping(mapping)
      checkMappingTemplates(mapping, templates)
    },
    describeTarget: ({ project, title }) =>
      `LPTracker ${cutText(project, 20)}: ${cutText(title, 80)}`.replaceAll(/\s+/g, ' '),
    reasons: lptrackerReasons,
    capabilities: { upsert: true },
    remoteObject: ({ target: { identity, login, project } }) =>
      identity === 'event' || login === null ? null : `${login} ${project} lead`,
    limits: { requestsPerSecond: 3, requestsPerDelivery: 6 },
    testConnection: (input) => testLptracker(input, setup),
    preview: async (input) => {
      const { contact, firstOnly, lead } = await renderLptracker(input)
      return { to: `LPTracker ${input.target.project}`, json: { contact, ...lead, ...firstOnly } }
    },
    deliver: (input) => deliverLptracker(input, setup),
  })
}
