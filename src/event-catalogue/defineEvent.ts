import * as z from 'zod'

import { FlowError } from '../kernel/flowError.ts'
import type { Localised } from '../kernel/localised.ts'
import type { EventArea } from './eventAreas.ts'
import type { EventDefinition, ExtraShape, NoExtra, SnapshotData } from './eventDefinition.ts'
import { eventTypeName, type EventTypeName } from './eventTypeName.ts'
import { isPlainJson } from './isPlainJson.ts'
import { schemaIssues } from './schemaIssues.ts'
import type { StableSchema, StableShape } from './stableSchema.ts'

/** What an author writes down about a type of event. */
export type EventDeclaration<
  Type extends string,
  Current extends z.ZodObject,
  Extra extends ExtraShape,
> = {
  /** `entity.past_verb`: a fact, never a command. The name never changes meaning. */
  type: EventTypeName<Type>
  version: number
  area: EventArea
  summary: Localised
  firesWhen: Localised
  /** Row of the document after the change; see `defineSnapshot`. */
  current: Current & StableSchema<Current>
  /** Members of `data` beside current, previous and changed. */
  extra?: Extra & StableShape<Extra>
  /** A whole, realistic `data`. */
  sample: NoInfer<SnapshotData<Current, Extra>>
}

// Types of one area share their snapshot; so do the compiled parsers of its partial.
const partials = new WeakMap<z.ZodObject, z.ZodObject>()

function partialOf(current: z.ZodObject): z.ZodObject {
  const known = partials.get(current)
  if (known !== undefined) return known
  const partial = current.partial()
  partials.set(current, partial)
  return partial
}

/**
 * Defines a type of event. The definition is checked when its module loads, so a misspelt type, an
 * unstable schema or a lying sample cannot be imported.
 * Throws FLOW_CATALOGUE_INVALID_TYPE, FLOW_CATALOGUE_INVALID_VERSION, FLOW_CATALOGUE_INVALID_SCHEMA
 * or FLOW_CATALOGUE_INVALID_SAMPLE.
 */
export function defineEvent<
  const Type extends string,
  Current extends z.ZodObject,
  Extra extends ExtraShape = NoExtra,
>(
  declaration: EventDeclaration<Type, Current, Extra>,
): EventDefinition<Type, SnapshotData<Current, Extra>> {
  // EventTypeName<Type> is Type or a compile error.
  const type = declaration.type as Type
  const { version, area, summary, firesWhen, current, extra, sample } = declaration
  checkName({ type, version })
  // What the object parses to is SnapshotData by construction; zod's own inference is too wide to see it.
  const schema = z.object({
    current,
    previous: partialOf(current).nullable(),
    changed: z.array(z.string()),
    ...extra,
  }) as unknown as z.ZodType<SnapshotData<Current, Extra>>
  checkSchema({ type, schema })
  checkSample({ type, schema, sample })
  return Object.freeze({ type, version, area, summary, firesWhen, schema, sample })
}

function checkName({ type, version }: { type: string; version: number }): void {
  if (!eventTypeName.test(type)) {
    throw new FlowError({
      code: 'FLOW_CATALOGUE_INVALID_TYPE',
      message: `"${type}" is not an event type.`,
      hint: 'Write entity.past_verb in a-z, 0-9 and _, such as order.paid.',
      details: { type },
    })
  }
  if (!Number.isInteger(version) || version < 1) {
    throw new FlowError({
      code: 'FLOW_CATALOGUE_INVALID_VERSION',
      message: `Version ${version} of ${type} is not a whole number from 1 up.`,
      details: { type },
    })
  }
}

function checkSchema({ type, schema }: { type: string; schema: z.ZodType }): void {
  try {
    // Refuses dates, bigints, transforms and other things that JSON Schema has no words for.
    z.toJSONSchema(schema, { io: 'output' })
  } catch (cause) {
    throw new FlowError({
      code: 'FLOW_CATALOGUE_INVALID_SCHEMA',
      message: `The schema of ${type} does not describe plain JSON.`,
      hint: 'Use strings for dates, numbers or strings for bigints, and no transforms.',
      details: { type },
      cause,
    })
  }
}

type SampleCheck = { type: string; schema: z.ZodType; sample: unknown }

function checkSample({ type, schema, sample }: SampleCheck): void {
  const parsed = schema.safeParse(sample)
  const issues = parsed.success ? [] : schemaIssues(parsed.error, 'sample')
  if (!isPlainJson(sample)) issues.push('sample: holds something JSON cannot carry')
  if (issues.length === 0) return
  throw new FlowError({
    code: 'FLOW_CATALOGUE_INVALID_SAMPLE',
    message: `The sample of ${type} does not fit its own schema: ${issues.join('; ')}.`,
    details: { type, issues },
  })
}
