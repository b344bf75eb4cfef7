import type { JsonObject } from '../../src/kernel/json.ts'
import type { Localised } from '../../src/kernel/localised.ts'

type Scalar = string | number | boolean

/**
 * What must hold of a field: this value, one of these, none of these (an empty field passes), at least this number,
 * `null` for empty. The field is a column of the collection's main table: not localised, not in an array; `group.field` is.
 */
export type ScanCondition =
  | Scalar
  | null
  | readonly Scalar[]
  | { not: readonly Scalar[] }
  | { atLeast: number }

/** Conditions that must all hold. */
export type ScanWhere = Readonly<Record<string, ScanCondition>>

/** One way a document can fall due: so long after a date field's moment, while the conditions hold. */
export type ScanPass = {
  /** Told to the scan's functions, for scans with several passes. */
  name: string
  /** The date field that is looked at; it needs an index. */
  moment: string
  /** From the moment to the due time, in milliseconds; negative: before the moment. */
  afterMs: number
  /** How long after its due time a document still counts, in milliseconds. @default a year */
  withinMs?: number
  where?: ScanWhere
}

/** A document that is due. */
export type Found = {
  /** The row as events carry it. */
  row: JsonObject
  pass: string
  /** Milliseconds since the Unix epoch. */
  moment: number
  now: number
  /** Whole days from the moment until now; negative before the moment. */
  days: number
  /** Whole minutes from the moment until now. */
  minutes: number
}

/** The event a found document means. */
export type Told = { type: string; extra?: JsonObject }

/** What is done with a found document, once per spell. */
export type ScanAction =
  | {
      kind: 'tell'
      /** Null: nothing to tell of this one (yet). Pure. */
      tell: (found: Found) => Told | null
      /** Fields stamped on the row in the same transaction, below hooks and without touching `updatedAt`. */
      mark?: (found: Found) => JsonObject
    }
  | {
      kind: 'save'
      /** Fields saved through Payload, hooks and rules included; the rules say what that means. */
      fields: (found: Found) => JsonObject
    }

/** A search for what time alone has caused. Data, so that a site writes its own as it writes rule tables. */
export type Scan = {
  /** Name of its scheduled job and of its spells: the event type, when it has one. Renaming tells everything again. */
  name: string
  label: Localised
  collection: string
  /** Types it may tell; all must be in the catalogue. */
  events: readonly string[]
  /** Milliseconds between looks. */
  everyMs: number
  /**
   * Between two looks at everything, a look covers only what has fallen due since the last one: right where the moment is
   * stamped by the system. 0: every look covers everything, for dates that people set.
   */
  sweepEveryMs: number
  passes: readonly ScanPass[]
  /** Fields whose values make one spell; a change of theirs begins a new one. Empty: once per document for ever. */
  spell: readonly string[]
  action: ScanAction
}
