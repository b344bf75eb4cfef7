import type { CollectionBeforeValidateHook } from 'payload'
import { ValidationError } from 'payload'

import type { TemplateRenderer } from '../../../src/channels/channel.ts'
import type { ChannelRegistry } from '../../../src/channels/channelRegistry.ts'
import { secretFieldNames } from '../../../src/channels/secretFields.ts'
import type { HttpClient } from '../../../src/egress/httpClient.ts'
import type { Catalogue } from '../../../src/event-catalogue/catalogue.ts'
import { FlowError } from '../../../src/kernel/flowError.ts'
import { parseEventPattern } from '../../../src/subscription-filter/parseEventPattern.ts'
import { parseFilter } from '../../../src/subscription-filter/parseFilter.ts'
import { SECRET_MASK } from '../../../src/kernel/secretMask.ts'
import type { StoredChannelEntry } from './storedChannels.ts'

/** What a subscription is checked against; getters, because the tools start after the config is built. */
export type SubscriptionCheckTools = {
  catalogue: Catalogue
  channels: ChannelRegistry
  http: () => HttpClient
  templates: TemplateRenderer
}

type Problem = { path: string; message: string }

/** Refuses what could never work, naming the field: unknown events, broken filters, forbidden addresses, bad templates. */
export function validateSubscription(tools: SubscriptionCheckTools): CollectionBeforeValidateHook {
  return async ({ collection, data, req }) => {
    if (!data) return data
    const problems = [
      ...eventProblems(data['events'], tools.catalogue),
      ...filterProblems(data['filters']),
      ...(await channelProblems(data['channels'], tools)),
    ]
    if (problems.length > 0) {
      throw new ValidationError({ collection: collection.slug, errors: problems, req }, req.t)
    }
    return data
  }
}

function eventProblems(events: unknown, catalogue: Catalogue): Problem[] {
  if (!Array.isArray(events)) return []
  return events.flatMap((pattern: unknown) => {
    const message = problemOf(() => {
      const parsed = parseEventPattern(pattern)
      if (parsed.kind === 'type') catalogue.get(parsed.type)
    })
    return message ? [{ path: 'events', message }] : []
  })
}

function filterProblems(filters: unknown): Problem[] {
  if (filters === undefined || filters === null) return []
  const message = problemOf(() => {
    parseFilter(filters)
  })
  return message ? [{ path: 'filters', message }] : []
}

async function channelProblems(
  channels: unknown,
  tools: SubscriptionCheckTools,
): Promise<Problem[]> {
  if (!Array.isArray(channels)) return []
  const entries: StoredChannelEntry[] = channels
  const found = await Promise.all(
    entries.map((entry, index) => entryProblems(entry, `channels.${index}`, tools)),
  )
  return found.flat()
}

async function entryProblems(
  entry: StoredChannelEntry,
  path: string,
  { channels, http, templates }: SubscriptionCheckTools,
): Promise<Problem[]> {
  if (!channels.has(entry.blockType)) return []
  const channel = channels.get(entry.blockType)
  const parsed = channel.target.safeParse(withoutNulls(entry))
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({
      path: [path, ...issue.path].join('.'),
      message: issue.message,
    }))
  }
  const problems: Problem[] = []
  for (const name of secretFieldNames(channel)) {
    const value = entry[name]
    if (typeof value !== 'string' || value === '' || value === SECRET_MASK) continue
    if (value.startsWith('enc.v1.')) continue
    const message = problemOf(() => channel.checkSecret?.(name, value))
    if (message) problems.push({ path: `${path}.${name}`, message })
  }
  try {
    await channel.validate?.(parsed.data, { http: http(), templates })
  } catch (error) {
    problems.push({ path: `${path}.${fieldOf(error)}`, message: readable(error) })
  }
  return problems
}

/** Payload stores an empty field as null; a channel's schema says "optional" by leaving it out. */
function withoutNulls(entry: StoredChannelEntry): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null))
}

function problemOf(check: () => void): string | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    return readable(error)
  }
}

function fieldOf(error: unknown): string {
  const field = error instanceof FlowError ? error.details['field'] : undefined
  return typeof field === 'string' ? field : 'url'
}

/** Errors that are not ours are bugs and must surface as such. */
function readable(error: unknown): string {
  if (!(error instanceof FlowError)) throw error
  const sentence = error.message.replace(/^\[flowmasters\] \S+ /, '')
  return error.hint ? `${sentence}. ${error.hint}` : sentence
}
