import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { ValidationError } from 'payload'

import type { AnyChannel, TemplateRenderer } from '../../../src/channels/channel.ts'
import type { ChannelRegistry } from '../../../src/channels/channelRegistry.ts'
import { secretFieldNames } from '../../../src/channels/secretFields.ts'
import { credentialFields } from '../../../src/channels/credentialFields.ts'
import type { StoredCredential } from '../../../src/credentials/storedCredential.ts'
import type { HttpClient } from '../../../src/egress/httpClient.ts'
import type { Catalogue } from '../../../src/event-catalogue/catalogue.ts'
import { FlowError } from '../../../src/kernel/flowError.ts'
import { parseEventPattern } from '../../../src/subscription-filter/parseEventPattern.ts'
import { parseFilter } from '../../../src/subscription-filter/parseFilter.ts'
import { SECRET_MASK } from '../../../src/kernel/secretMask.ts'
import { CREDENTIALS } from '../../../src/credentials/credentialStore.ts'
import { documentIdOf } from '../../documentIdOf.ts'
import { relatedId } from '../../projects/relatedId.ts'
import { readableRefusal } from '../readableRefusal.ts'
import type { StoredChannelEntry } from './storedChannels.ts'

/** What a subscription is checked against; getters, because the tools start after the config is built. */
export type SubscriptionCheckTools = {
  catalogue: Catalogue
  channels: ChannelRegistry
  http: () => HttpClient
  templates: TemplateRenderer
  /** Stored credentials as the vault has them, read in the request's transaction. */
  credential: (
    id: number | string,
    req: PayloadRequest,
  ) => Promise<Pick<StoredCredential, 'channel' | 'values'> | undefined>
}

type Problem = { path: string; message: string }

/** Refuses what could never work, naming the field: unknown events, broken filters, forbidden addresses, bad templates. */
export function validateSubscription(tools: SubscriptionCheckTools): CollectionBeforeValidateHook {
  return async ({ collection, data, req }) => {
    if (!data) return data
    const problems = [
      ...eventProblems(data['events'], tools.catalogue),
      ...filterProblems(data['filters']),
      ...(await channelProblems(data['channels'], tools, req)),
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
  req: PayloadRequest,
): Promise<Problem[]> {
  if (!Array.isArray(channels)) return []
  const entries: StoredChannelEntry[] = channels
  const found = await Promise.all(
    entries.map((entry, index) => entryProblems({ entry, path: `channels.${index}`, req }, tools)),
  )
  return found.flat()
}

async function entryProblems(
  { entry, path, req }: { entry: StoredChannelEntry; path: string; req: PayloadRequest },
  tools: SubscriptionCheckTools,
): Promise<Problem[]> {
  const { channels, http, templates } = tools
  if (!channels.has(entry.blockType)) return []
  const channel = channels.get(entry.blockType)
  const chosen = await chosenCredential(entry, tools, req)
  // That there is one of the channel's own is what the relationship itself checks.
  const account = chosen ? withoutAccount(channel) : []
  const written = entry['messageTemplate'] ? withoutMessage(channel) : []
  const dropped = Object.fromEntries([...account, ...written])
  const given = { ...withoutNulls(entry), ...dropped, ...chosen?.values }
  const parsed = channel.target.safeParse(given)
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
    problems.push({ path: `${path}.${fieldOf(error)}`, message: readableRefusal(error) })
  }
  return problems
}

async function chosenCredential(
  entry: StoredChannelEntry,
  { credential }: SubscriptionCheckTools,
  req: PayloadRequest,
): Promise<Pick<StoredCredential, 'channel' | 'values'> | undefined> {
  const id = documentIdOf(req.payload, CREDENTIALS, relatedId(entry['credentials']))
  const found = id === undefined ? undefined : await credential(id, req)
  return found?.channel === entry.blockType ? found : undefined
}

/** What was typed in place does not count beside chosen credentials. */
function withoutAccount(channel: AnyChannel): [string, undefined][] {
  return credentialFields(channel).map(({ name }) => [name, undefined])
}

function withoutMessage(channel: AnyChannel): [string, undefined][] {
  return channel.fields.flatMap(({ messagePart, name }): [string, undefined][] =>
    messagePart === undefined ? [] : [[name, undefined]],
  )
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
    return readableRefusal(error)
  }
}

function fieldOf(error: unknown): string {
  const field = error instanceof FlowError ? error.details['field'] : undefined
  return typeof field === 'string' ? field : 'url'
}
