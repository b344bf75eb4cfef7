import type { TemplateRenderer } from '../channels/channel.ts'
import type { Json, JsonObject } from '../kernel/json.ts'
import { FlowError } from '../kernel/flowError.ts'
import type { FieldMapping, MappingRule } from './fieldMapping.ts'
import { readElements, readPath } from './readPath.ts'
import { applyTransform } from './transforms/applyTransform.ts'
import { writePath } from './writePath.ts'

/**
 * Why a field has no value of its own.
 * - `missing`: the event has none there. Said of required fields only.
 * - `unfit`: a step cannot be done with it; `detail` is the name of the step.
 * - `template`: the template failed; `detail` is its sentence.
 */
export type MappingProblem = {
  to: string
  why: 'missing' | 'unfit' | 'template'
  detail?: string
  /** The field was required: nothing may be sent. */
  isFatal: boolean
}

/** What a mapping made of an event. */
export type MappedEvent = { value: JsonObject; problems: MappingProblem[] }

type Found = { value: Json | undefined; why?: 'unfit' | 'template'; detail?: string }

/**
 * Makes the object that a mapping describes. `scope` is the event as templates see it. A field without a value (absent, null or
 * an empty text) takes its default, else it is left out. Never throws for what an event holds.
 */
export async function mapEvent(
  mapping: FieldMapping,
  scope: JsonObject,
  templates: Pick<TemplateRenderer, 'render'>,
): Promise<MappedEvent> {
  const value: JsonObject = {}
  const problems: MappingProblem[] = []
  for (const rule of mapping) {
    const found = await foundBy(rule, scope, templates)
    const written = found.value ?? rule.default
    if (written !== undefined && written !== null) writePath(value, rule.to, written)
    const isFatal = rule.required === true && (written === undefined || written === null)
    if (!isFatal && found.why === undefined) continue
    const { detail, why = 'missing' } = found
    problems.push({ to: rule.to, why, ...(detail === undefined ? {} : { detail }), isFatal })
  }
  return { value, problems }
}

async function foundBy(
  rule: MappingRule,
  scope: JsonObject,
  templates: Pick<TemplateRenderer, 'render'>,
): Promise<Found> {
  const { from } = rule
  if ('constant' in from) return converted(from.constant, rule)
  if ('path' in from) {
    const isList = from.path.split('.').includes('*')
    return isList
      ? convertedList(readElements(from.path, scope), rule)
      : converted(readPath(from.path, scope), rule)
  }
  try {
    return converted(await templates.render(from.template, scope), rule)
  } catch (error) {
    if (!(error instanceof FlowError)) throw error
    return { value: undefined, why: 'template', detail: String(error.details['detail'] ?? '') }
  }
}

/** Elements that are missing stay as gaps where each has a place of its own, else they are left out. */
function convertedList(elements: readonly unknown[], rule: MappingRule): Found {
  const found = elements.map((element) => converted(element, rule))
  const hasPlaces = /\.\*\./.test(rule.to)
  const values = found.map(({ value }) => value ?? (hasPlaces ? (rule.default ?? null) : null))
  const kept = hasPlaces ? values : values.filter((value) => value !== null)
  const isEmpty = kept.every((value) => value === null)
  const unfit = found.find(({ why }) => why !== undefined)
  return { ...unfit, value: isEmpty ? undefined : kept }
}

function converted(given: unknown, { map, transform = [] }: MappingRule): Found {
  // The event was read from its stored JSON text, so whatever stands in it is JSON.
  let value = given as Json | undefined
  if (map !== undefined) value = isScalar(value) ? ownEntry(map, String(value)) : undefined
  if (isNothing(value)) return { value: undefined }
  for (const step of transform) {
    const next = isScalar(value) ? applyTransform(value, step) : undefined
    if (next === undefined) return { value: undefined, why: 'unfit', detail: step.name }
    value = next
  }
  return { value: isNothing(value) ? undefined : value }
}

function ownEntry(map: Readonly<Record<string, Json>>, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}

function isNothing(value: Json | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function isScalar(value: Json | undefined): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
