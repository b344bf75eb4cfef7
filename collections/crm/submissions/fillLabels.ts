import type { CollectionBeforeValidateHook } from 'payload'

type Row = { name?: unknown; label?: unknown } & Record<string, unknown>

/** Answers that came without the question (written by another program) get it from the form, as it is now. */
export const fillLabels: CollectionBeforeValidateHook = async ({ data = {}, operation, req }) => {
  // Not validated yet: it may be anything.
  const rows: unknown[] = Array.isArray(data['values']) ? data['values'] : []
  if (operation !== 'create' || !rows.every(isRow) || rows.every(({ label }) => label)) return data
  const form = await req.payload.db.findOne<{ id: number; fields?: Row[] }>({
    collection: 'forms',
    where: { id: { equals: data['form'] } },
    ...(req.locale ? { locale: req.locale } : {}),
    req,
  })
  const labels = new Map((form?.fields ?? []).map(({ label, name }) => [name, textOf(label)]))
  const values = rows.map((row) => ({
    ...row,
    label: row.label || labels.get(row.name) || row.name,
  }))
  return { ...data, values }
}

function isRow(row: unknown): row is Row {
  return typeof row === 'object' && row !== null
}

/** The database answers with every language at once. */
function textOf(label: unknown): string | undefined {
  if (typeof label === 'string') return label
  if (typeof label !== 'object' || label === null) return undefined
  return Object.values(label).find((text): text is string => typeof text === 'string')
}
