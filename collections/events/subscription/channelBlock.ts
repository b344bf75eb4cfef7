import type { Block, Field } from 'payload'

import type { AnyChannel } from '../../../src/channels/channel.ts'
import type { ChannelField } from '../../../src/channels/channelField.ts'

/** The form block of a channel, made from the channel's own field data. */
export function channelBlock(channel: AnyChannel): Block {
  const plain = channel.fields
    .filter((field) => field.isAdvanced !== true)
    .map((field) => toField(field, channel))
  const advanced = channel.fields
    .filter((field) => field.isAdvanced === true)
    .map((field) => toField(field, channel))
  const fields: Field[] = [...plain]
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
    admin: { readOnly: true, condition: (_, entry) => entry?.['isDisabled'] === true },
  },
]

/** Secrets rotated away but still valid: `[{ field, sealed, validUntil }]`, sealed and never shown. */
const retiredSecretsField: Field = {
  name: 'retiredSecrets',
  type: 'json',
  hidden: true,
  admin: { hidden: true },
}

function toField(field: ChannelField, channel: AnyChannel): Field {
  const base = {
    name: field.name,
    label: field.label,
    required: field.isRequired === true,
    ...(field.description ? { admin: { description: field.description } } : {}),
  }
  switch (field.type) {
    case 'checkbox':
      return { ...base, type: 'checkbox', defaultValue: field.defaultValue === true }
    case 'number':
      return { ...base, type: 'number', ...defaultNumber(field) }
    case 'select':
      return { ...base, type: 'select', options: field.options ?? [], ...defaultText(field) }
    case 'json':
      return { ...base, type: 'json' }
    case 'code':
      return { ...base, type: 'code', ...defaultText(field) }
    case 'textarea':
      return { ...base, type: 'textarea', ...defaultText(field) }
    default:
      return field.isSecret === true
        ? secretField(base, channel)
        : { ...base, type: 'text', ...defaultText(field) }
  }
}

function secretField(
  base: {
    name: string
    label: ChannelField['label']
    admin?: { description?: ChannelField['label'] }
  },
  { generateSecret }: AnyChannel,
): Field {
  return {
    ...base,
    type: 'text',
    required: false,
    admin: {
      ...base.admin,
      components: {
        Field: {
          path: 'flowmasters/client#SecretField',
          // Some secrets are given out by the other side and cannot be made here.
          clientProps: { isGenerated: generateSecret !== undefined },
        },
      },
    },
  }
}

function defaultText(field: ChannelField): { defaultValue?: string } {
  return typeof field.defaultValue === 'string' ? { defaultValue: field.defaultValue } : {}
}

function defaultNumber(field: ChannelField): { defaultValue?: number } {
  return typeof field.defaultValue === 'number' ? { defaultValue: field.defaultValue } : {}
}

function pascalCase(slug: string): string {
  return slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
