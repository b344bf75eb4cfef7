import type { CollectionBeforeChangeHook } from 'payload'

const longest = 80

/** How a lead is called in lists and relations: by the first of these that it has. */
const callers = ['name', 'company', 'phone', 'email', 'phoneRaw', 'message'] as const

/** Keeps `title` in step with what the lead is called by. */
export const titleLead: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const lead: Record<string, unknown> = { ...originalDoc, ...data }
  const texts = callers.map((field) => lead[field])
  const title = texts.find((text): text is string => typeof text === 'string' && text.trim() !== '')
  return { ...data, title: (title ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, longest) }
}
