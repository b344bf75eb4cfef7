import type { CollectionConfig, Field } from 'payload'

/** Read alike in every language: Payload's own is American, with «ДП» and «ПП» in Russian. */
const formats = { dayOnly: 'd MMM yyyy', dayAndTime: 'd MMM yyyy, HH:mm' } as const

/** Gives every date of a collection, however deep, a format that people of both languages read; one that stands stays. */
export function withDateFormat(collection: CollectionConfig): CollectionConfig {
  return { ...collection, fields: collection.fields.map(formatted) }
}

function formatted(field: Field): Field {
  if (field.type === 'date') return formattedDate(field)
  if (field.type === 'tabs') {
    return {
      ...field,
      tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(formatted) })),
    }
  }
  return 'fields' in field ? { ...field, fields: field.fields.map(formatted) } : field
}

function formattedDate(field: Extract<Field, { type: 'date' }>): Field {
  const { admin = {} } = field
  const { date = {} } = admin
  const { pickerAppearance = 'dayOnly' } = date
  if (pickerAppearance !== 'dayOnly' && pickerAppearance !== 'dayAndTime') return field
  const format = { displayFormat: formats[pickerAppearance], timeFormat: 'HH:mm' }
  return { ...field, admin: { ...admin, date: { ...format, ...date } } }
}
