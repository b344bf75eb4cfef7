import { isDeepStrictEqual } from 'node:util'

import type { Json, JsonObject } from '../../src/kernel/json.ts'
import type { Change } from './change.ts'
import type { Rule } from './rule.ts'

/** Options of {@link on.updated}. */
export type UpdatedOptions = {
  /** Fields whose change alone means nothing, such as `lastActiveAt`. */
  ignore?: readonly string[]
}

/** The vocabulary of rule tables: `{ 'order.paid': on.changedTo('status', 'paid') }`. */
export const on = {
  /** The document appeared: created, or published for the first time when the collection has drafts. */
  created: (): Rule => ({ trigger: 'save', when: (change) => change.isFirstAppearance }),

  /** Fields of a visible document changed, or it was taken back to draft. A draft save never counts. */
  updated: ({ ignore = [] }: UpdatedOptions = {}): Rule => ({
    trigger: 'save',
    when: (change) => isUpdate(change, ignore),
  }),

  /** Draft → published, also on the first save when it is published at once. */
  published: (): Rule => ({
    trigger: 'save',
    when: (change) => change.hasDrafts && change.isVisible && !change.wasVisible,
  }),

  /** Published → draft. */
  unpublished: (): Rule => ({
    trigger: 'save',
    when: (change) => change.hasDrafts && !change.isVisible && change.wasVisible,
  }),

  /** Any of these fields changed on a document that was there before. */
  changed: (...fields: readonly string[]): Rule => ({
    trigger: 'save',
    when: (change) =>
      isChangeOfExisting(change) && fields.some((field) => change.changed.includes(field)),
  }),

  /** The field took this value now, also when the document appeared with it. */
  changedTo: (field: string, value: Json): Rule => ({
    trigger: 'save',
    when: (change) =>
      change.isVisible &&
      isDeepStrictEqual(change.current[field], value) &&
      !isDeepStrictEqual(before(change)[field], value),
  }),

  /** The field left this value. */
  changedFrom: (field: string, value: Json): Rule => ({
    trigger: 'save',
    when: (change) =>
      isChangeOfExisting(change) &&
      isDeepStrictEqual(change.previous?.[field], value) &&
      !isDeepStrictEqual(change.current[field], value),
  }),

  /** Moved to the trash (a soft delete is an update in Payload). */
  trashed: (): Rule => ({
    trigger: 'save',
    when: ({ current, previous }) => Boolean(current['deletedAt']) && !previous?.['deletedAt'],
  }),

  /** Taken back from the trash. */
  restored: (): Rule => ({
    trigger: 'save',
    when: ({ current, previous }) => !current['deletedAt'] && Boolean(previous?.['deletedAt']),
  }),

  /** Deleted for good; `current` is the row as it was. */
  deleted: (): Rule => ({ trigger: 'delete', when: () => true }),

  login: (): Rule => ({ trigger: 'login', when: () => true }),

  logout: (): Rule => ({ trigger: 'logout', when: () => true }),

  /** The user was seen, after at least the interval of the collection's activity tracking. */
  activity: (): Rule => ({ trigger: 'activity', when: () => true }),

  /** Anything else: a pure function of the change. */
  save: (when: (change: Change) => boolean): Rule => ({ trigger: 'save', when }),
}

/** The same rule with extra members in the event's `data`. */
export function carrying(rule: Rule, extra: (change: Change) => JsonObject): Rule {
  return { ...rule, extra }
}

/** Both must hold; the first decides what is listened to. */
export function both(rule: Rule, condition: (change: Change) => boolean): Rule {
  return { ...rule, when: (change) => rule.when(change) && condition(change) }
}

function isChangeOfExisting(change: Change): boolean {
  return change.operation === 'update' && change.isVisible && !change.isFirstAppearance
}

function isUpdate(change: Change, ignore: readonly string[]): boolean {
  if (change.operation !== 'update' || change.isFirstAppearance) return false
  if (!change.isVisible && !change.wasVisible) return false
  const meaningful = change.changed.filter((field) => !ignore.includes(field))
  // Publishing alone is `published`; `_status` counts as an update only when the document disappears.
  if (change.isVisible) return meaningful.some((field) => field !== '_status')
  return meaningful.length > 0
}

/** What the document looked like to the world before: nothing, when it appears now. */
function before(change: Change): JsonObject {
  return change.isFirstAppearance ? {} : (change.previous ?? {})
}
