import type { ArrayField, Field } from 'payload'

import type { AnyChannel } from '../../src/channels/channel.ts'
import type { ChannelField } from '../../src/channels/channelField.ts'

/** A channel's field as a field of Payload's form. */
export function channelFieldConfig(field: ChannelField, channel: AnyChannel): Field {
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
    // The admin's own fields for JSON and code fetch their editor from a foreign server.
    case 'json':
      return {
        ...base,
        type: 'json',
        admin: { ...base.admin, components: { Field: jsonEditor(field, channel) } },
      }
    case 'rows':
      return { ...base, type: 'array', ...rowsOf(field, channel) }
    case 'code':
    case 'textarea':
      return { ...base, type: 'textarea', ...defaultText(field) }
    default:
      return field.isSecret === true
        ? secretField(base, channel)
        : { ...base, type: 'text', ...defaultText(field) }
  }
}

function rowsOf(
  { name, row }: ChannelField,
  channel: AnyChannel,
): Pick<ArrayField, 'fields' | 'labels' | 'maxRows'> {
  if (row === undefined) throw new Error(`the field "${name}" of ${channel.slug} has no row`)
  const { fields, label, most, plural } = row
  return {
    labels: { singular: label, plural },
    maxRows: most,
    fields: fields.map((field) => channelFieldConfig(field, channel)),
  }
}

function jsonEditor(
  { editor, suggestions = [] }: ChannelField,
  { slug }: AnyChannel,
): string | { path: string; clientProps: object } {
  if (editor === undefined) return 'flowmasters/client#JsonField'
  return {
    path: 'flowmasters/client#MappingEditor',
    clientProps: { channel: slug, suggestions: [...suggestions] },
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
