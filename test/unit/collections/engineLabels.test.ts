import { describe, expect, test } from '@jest/globals'
import type { CollectionConfig, Config, Field } from 'payload'

import { bundledCollections } from '../../../collections/bundledCollections.ts'
import { emailChannel } from '../../../plugins/channels/email/emailChannel.ts'
import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import { flowMasters } from '../../../src/plugin/flowMasters.ts'

const plugin = flowMasters({
  channels: [webhookChannel, emailChannel],
  tracking: [],
  encryptionKeys: '',
  databaseUrl: 'postgres://localhost/nothing',
  isSmtpConfigured: false,
  mailOutboxDir: '/nowhere',
})
// Nothing of the configuration but its collections is looked at.
const config: Config = await plugin({ collections: [], db: undefined, secret: '' } as never)
const engine = config.collections ?? []

type Named = { path: string; field: Field }

function named(fields: Field[], path: string): Named[] {
  return fields.flatMap((field): Named[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => named(tab.fields, path))
    const own = 'name' in field ? `${path}.${field.name}` : path
    const inner = 'fields' in field ? named(field.fields, own) : []
    const blocks =
      field.type === 'blocks'
        ? field.blocks.flatMap((block) => named(block.fields, `${own}.${block.slug}`))
        : []
    return [...('name' in field ? [{ path: own, field }] : []), ...inner, ...blocks]
  })
}

const fieldsOf = ({ fields, slug }: CollectionConfig): Named[] => named(fields, slug)

/** What the admin shows anywhere: in forms, columns or filters. */
const isShown = ({ field }: Named): boolean =>
  !('hidden' in field && field.hidden === true) && field.type !== 'ui'

const hasBoth = (label: unknown): boolean =>
  typeof label === 'object' && label !== null && 'en' in label && 'ru' in label

describe('the admin of the engine', () => {
  test('every field of the engine that can be a column or a filter is labelled in both languages', () => {
    const visible = engine.filter(({ admin }) => admin?.hidden !== true)
    expect(visible.map(({ slug }) => slug)).toContain('event-logs')
    const unlabelled = visible
      .flatMap(fieldsOf)
      .filter(isShown)
      .filter(({ field }) => 'name' in field && field.name !== 'id')
      .filter(({ field }) => !(field.type === 'json' && field.admin?.hidden === true))
      .filter(({ field }) => !('label' in field && hasBoth(field.label)))
    expect(unlabelled.map(({ path }) => path)).toEqual([])
  })

  test('no form fetches its editor of code or JSON from a foreign server', () => {
    const forms = [
      ...bundledCollections({ mediaDir: '/nowhere' }),
      ...engine.filter(({ slug }) => slug === 'event-subscriptions'),
    ]
    const foreign = forms
      .flatMap(fieldsOf)
      .filter(isShown)
      .filter(({ field }) => field.type === 'code' || field.type === 'json')
      .filter(
        ({ field }) =>
          field.type === 'code' || (field.type === 'json' && field.admin?.hidden !== true),
      )
      .filter(({ field }) => !(field.type === 'json' && field.admin?.components?.Field))
    expect(foreign.map(({ path }) => path)).toEqual([])
  })
})
