import type * as z from 'zod'

import type { Localised } from '../kernel/localised.ts'
import type { EventArea } from './eventAreas.ts'
import type { FlowEvent } from './flowEvent.ts'

type Flatten<T> = { [Key in keyof T]: T[Key] } & {}

/** Members an event adds to `data` beside current, previous and changed. */
export type ExtraShape = Record<string, z.ZodType> & {
  current?: never
  previous?: never
  changed?: never
}

/** No extra members. */
export type NoExtra = Record<never, z.ZodType>

type ExtraOutput<Extra extends ExtraShape> = keyof Extra extends never
  ? unknown
  : z.output<z.ZodObject<Extra>>

/** `data` of an event, from the schemas of its definition. */
export type SnapshotData<Current extends z.ZodObject, Extra extends ExtraShape> = Flatten<
  {
    current: z.output<Current>
    previous: Partial<z.output<Current>> | null
    changed: string[]
  } & ExtraOutput<Extra>
>

/** One type of event: everything the engine, the admin and the docs know about it. Made by `defineEvent`. */
export type EventDefinition<Type extends string = string, Data = unknown> = {
  readonly type: Type
  /** Raised when the schema changes incompatibly. */
  readonly version: number
  readonly area: EventArea
  /** One sentence: what happened. */
  readonly summary: Localised
  /** One sentence: the exact rule. */
  readonly firesWhen: Localised
  /** Schema of `data`. It never changes what it parses. */
  readonly schema: z.ZodType<Data>
  /** A realistic `data`, for previews, docs and test deliveries. */
  readonly sample: Data
}

/** A definition whose data type is not known here. */
export type AnyEventDefinition = EventDefinition<string, unknown>

/** `data` of a definition: `EventDataOf<typeof orderPaid>`. */
export type EventDataOf<Definition extends AnyEventDefinition> =
  Definition extends EventDefinition<string, infer Data> ? Data : never

/** The envelope of a definition; a union of definitions gives a union that `type` narrows. */
export type EventOf<Definition extends AnyEventDefinition> =
  Definition extends EventDefinition<infer Type, infer Data> ? FlowEvent<Type, Data> : never

type Defaulted = 'previous' | 'changed'

/** `data` as a publisher gives it: `previous` (null) and `changed` ([]) may be left out. */
export type EventInput<Data> = Flatten<
  Omit<Data, Defaulted> & { [Key in keyof Data & Defaulted]?: Data[Key] }
>
