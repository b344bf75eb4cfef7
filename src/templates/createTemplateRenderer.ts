import { Liquid, type Template, toValueSync } from 'liquidjs'

import type { RenderOptions, TemplateRenderer } from '../channels/channel.ts'
import { FlowError } from '../kernel/flowError.ts'
import { checkNesting } from './checkNesting.ts'
import { createLruCache } from './createLruCache.ts'
import { moneyFilter } from './moneyFilter.ts'
import { percentChangeFilter } from './percentChangeFilter.ts'
import { phoneFilter } from './phoneFilter.ts'
import { describeTemplateError, isTemplateSyntaxError } from './templateError.ts'
import type { TemplateLibrary } from './templateLibrary.ts'
import { templateLimits } from './templateLimits.ts'
import { utmFilter } from './utmFilter.ts'

/**
 * Liquid, strict and sandboxed: a missing variable is an error unless `| default:` follows, only own members are seen,
 * no tag reads files, and length, time, memory and nesting are bounded. Dates are UTC unless the `date` filter names a
 * zone. An empty field (null) renders as nothing. Other templates may be named only with a library at hand.
 */
export function createTemplateRenderer(): TemplateRenderer {
  // One renderer per state of the library, and with it what was compiled.
  const withLibraries = new WeakMap<TemplateLibrary, TemplateRenderer>()
  return {
    ...createRenderer(),
    withLibrary: (library) => {
      const known = withLibraries.get(library) ?? createRenderer(library)
      withLibraries.set(library, known)
      return known
    },
  }
}

function createRenderer(library?: TemplateLibrary): TemplateRenderer {
  const plain = createEngine(library)
  const html = createEngine(library, 'escape')
  const others = new WeakMap<ValueEscape, Engine>()
  const engineFor = ({ escapeHtml = false, escapeValue }: RenderOptions): Engine => {
    if (escapeValue === undefined) return escapeHtml ? html : plain
    const engine =
      others.get(escapeValue) ?? createEngine(library, (value) => escapeValue(textOf(value)))
    others.set(escapeValue, engine)
    return engine
  }
  return {
    check: (template) => void plain.compile(template),
    render: async (template, scope, options = {}) => {
      const engine = engineFor(options)
      const compiled = engine.compile(template)
      const output = await engine.run(compiled, scope)
      if (output.length > templateLimits.outputLength) throw outputTooLong()
      return output
    },
  }
}

type Engine = {
  compile: (template: string) => Template[]
  run: (compiled: Template[], scope: object) => Promise<string>
}

type ValueEscape = NonNullable<RenderOptions['escapeValue']>

function createEngine(
  library?: TemplateLibrary,
  outputEscape?: 'escape' | ((value: unknown) => string),
): Engine {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    // A set in memory instead of the file system.
    templates: { ...library },
    parseLimit: templateLimits.templateLength,
    renderLimit: templateLimits.renderMs,
    memoryLimit: templateLimits.memory,
    timezoneOffset: 0,
    locale: 'en',
    ...(outputEscape === undefined ? {} : { outputEscape }),
  })
  const unwanted = library ? ['include'] : ['include', 'render', 'layout', 'block']
  for (const tag of unwanted) delete liquid.tags[tag]
  liquid.registerFilter('money', moneyFilter)
  liquid.registerFilter('percent_change', percentChangeFilter)
  liquid.registerFilter('phone', phoneFilter)
  liquid.registerFilter('utm', utmFilter)

  const cache = createLruCache<Template[]>(templateLimits.cached)
  return {
    compile: (template) =>
      cache.getOrCreate(template, () => {
        if (library) checkNesting(template, library)
        return parse(liquid, template)
      }),
    run: async (compiled, scope) => {
      try {
        // Everything is in memory: the synchronous walk is the faster one.
        return String(liquid.renderSync(compiled, scope, { globals: scope }))
      } catch (error) {
        throw renderFailed(error)
      }
    },
  }
}

/** A value as LiquidJS itself would write it. */
function textOf(given: unknown): string {
  const value: unknown = toValueSync(given)
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.map(textOf).join('') : String(value)
}

function parse(liquid: Liquid, template: string): Template[] {
  try {
    return liquid.parse(template)
  } catch (error) {
    throw new FlowError({
      code: 'FLOW_TEMPLATE_INVALID',
      message: describeTemplateError(error),
      details: { detail: describeTemplateError(error) },
      hint: 'Check the Liquid syntax: {{ data.current.title }}, {% if … %}…{% endif %}.',
      status: 400,
      cause: error,
    })
  }
}

function renderFailed(error: unknown): FlowError {
  // Some mistakes, such as a bad argument of a filter, are only found while rendering.
  const isSyntax = isTemplateSyntaxError(error)
  return new FlowError({
    code: isSyntax ? 'FLOW_TEMPLATE_INVALID' : 'FLOW_TEMPLATE_FAILED',
    message: describeTemplateError(error),
    details: { detail: describeTemplateError(error) },
    hint: 'For a value that may be missing write {{ data.current.name | default: "friend" }}.',
    status: 422,
    cause: error,
  })
}

function outputTooLong(): FlowError {
  return new FlowError({
    code: 'FLOW_TEMPLATE_FAILED',
    message: `the result is longer than ${templateLimits.outputLength} characters`,
    details: { variant: 'too_long', most: templateLimits.outputLength },
    hint: 'Shorten the template or the loop in it.',
    status: 422,
  })
}
