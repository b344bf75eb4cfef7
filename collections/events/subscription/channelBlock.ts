import type { Block, Field } from 'payload'

import { abilityLine } from '../../../src/channels/abilityLine.ts'
import type { AnyChannel } from '../../../src/channels/channel.ts'
import { credentialFields } from '../../../src/channels/credentialFields.ts'
import type { ChannelField } from '../../../src/channels/channelField.ts'
import { CREDENTIALS } from '../../../src/credentials/credentialStore.ts'
import { MESSAGE_TEMPLATES } from '../../../src/templates/messageTemplateStore.ts'
import { channelFieldConfig } from '../channelFieldConfig.ts'

/** The form block of a channel, made from the channel's own field data. */
export function channelBlock(channel: AnyChannel): Block {
  const toField = (field: ChannelField): Field => {
    const config = channelFieldConfig(field, channel)
    if (field.isCredential === true) return typedInPlace(config, 'credentials')
    return field.messagePart === undefined ? config : typedInPlace(config, 'messageTemplate')
  }
  const plain = channel.fields.filter((field) => field.isAdvanced !== true).map(toField)
  const advanced = channel.fields.filter((field) => field.isAdvanced === true).map(toField)
  const chosen = [...storedCredentials(channel), ...storedTemplate(channel)]
  const fields: Field[] = [abilities(channel), ...chosen, ...plain]
  if (advanced.length > 0) {
    fields.push({
      type: 'collapsible',
      label: { en: 'Advanced', ru: 'Дополнительно' },
      admin: { initCollapsed: true },
      fields: advanced,
    })
  }
  if (channel.fields.some((field) => field.isSecret === true)) fields.push(retiredSecretsField)
  fields.push(...switchedOffFields)
  return {
    slug: channel.slug,
    interfaceName: `${pascalCase(channel.slug)}Channel`,
    labels: { singular: channel.label, plural: channel.label },
    admin: { disableBlockName: true },
    fields,
  }
}

/** What the channel can do, and its limits, for people. */
function abilities(channel: AnyChannel): Field {
  const clientProps = { line: abilityLine(channel) }
  return {
    name: 'abilities',
    type: 'ui',
    admin: { components: { Field: { path: 'flowmasters/client#ChannelAbilities', clientProps } } },
  }
}

/** The account out of the vault, for channels that have one. */
function storedCredentials(channel: AnyChannel): Field[] {
  if (credentialFields(channel).length === 0) return []
  return [
    {
      name: 'credentials',
      type: 'relationship',
      relationTo: CREDENTIALS,
      label: { en: 'Stored credentials', ru: 'Учётные данные' },
      filterOptions: { channel: { equals: channel.slug } },
      admin: {
        description: {
          en: 'Kept once for all subscriptions. Leave empty to type them in here.',
          ru: 'Хранятся один раз для всех подписок. Если пусто, их можно ввести прямо здесь.',
        },
      },
    },
  ]
}

/** A message out of the collection of templates, for channels that write one. */
function storedTemplate(channel: AnyChannel): Field[] {
  if (channel.fields.every(({ messagePart }) => messagePart === undefined)) return []
  return [
    {
      name: 'messageTemplate',
      type: 'relationship',
      relationTo: MESSAGE_TEMPLATES,
      label: { en: 'Message template', ru: 'Шаблон сообщения' },
      admin: {
        description: {
          en: 'Written once, in the language of the event. Leave empty to write the message in here.',
          ru: 'Пишется один раз, язык — как в событии. Если пусто, сообщение можно написать прямо здесь.',
        },
      },
    },
  ]
}

/** A field that what is chosen takes the place of, also where it is required. */
function typedInPlace(field: Field, chosen: 'credentials' | 'messageTemplate'): Field {
  const condition = (_: unknown, entry: Record<string, unknown> | undefined): boolean =>
    !entry?.[chosen]
  return { ...field, admin: { ...field.admin, condition } } as Field
}

/** Set by the engine when a receiver says it is gone for good (HTTP 410); a person switches it on again. */
const switchedOffFields: Field[] = [
  {
    name: 'isDisabled',
    type: 'checkbox',
    defaultValue: false,
    label: { en: 'Switched off', ru: 'Отключён' },
  },
  {
    name: 'disabledReason',
    type: 'text',
    label: { en: 'Why it was switched off', ru: 'Почему отключён' },
    admin: {
      readOnly: true,
      condition: (_, entry) => entry?.['isDisabled'] === true,
      components: { Field: 'flowmasters/rsc#DisabledReasonField' },
    },
  },
  // The reason for readers of other languages.
  { name: 'disabledReasons', type: 'json', admin: { hidden: true } },
]

/** Secrets rotated away but still valid: `[{ field, sealed, validUntil }]`, sealed and never shown. */
const retiredSecretsField: Field = {
  name: 'retiredSecrets',
  type: 'json',
  hidden: true,
  admin: { hidden: true },
}

function pascalCase(slug: string): string {
  return slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
