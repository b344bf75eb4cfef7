import type { CollectionBeforeChangeHook } from 'payload'

const longest = 120
const machineWords = new Set(['true', 'false'])

/** How answers are called in lists: the first few of them. */
export const titleSubmission: CollectionBeforeChangeHook = ({ data, operation }) => {
  if (operation !== 'create') return data
  // Not validated yet: it may be anything.
  const rows: unknown[] = Array.isArray(data['values']) ? data['values'] : []
  const texts = rows
    .map((row) => textOf(row).trim().replaceAll(/\s+/g, ' '))
    .filter((text) => text !== '' && !machineWords.has(text))
  const title = texts.slice(0, 3).join(', ')
  return { ...data, title: title.length > longest ? `${title.slice(0, longest - 1)}…` : title }
}

function textOf(row: unknown): string {
  if (typeof row !== 'object' || row === null) return ''
  const text = ('shown' in row && row.shown) || ('value' in row && row.value)
  return typeof text === 'string' ? text : ''
}
