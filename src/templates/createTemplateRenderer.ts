import { Liquid, type Template } from 'liquidjs'

import type { TemplateRenderer } from '../channels/channel.ts'
import { FlowError } from '../kernel/flowError.ts'
import { createLruCache } from './createLruCache.ts'
import { moneyFilter } from './moneyFilter.ts'
import { describeTemplateError, isTemplateSyntaxError } from './templateError.ts'
import { templateLimits } from './templateLimits.ts'

/**
 * Liquid, strict and sandboxed: a missing variable is an error unless `| default:` follows, only own members are seen,
 * no tag reads files, and length, time and memory are bounded. Dates are UTC unless the `date` filter names a zone.
 * An empty field (null) renders as nothing.
 */
export function createTemplateRenderer(): TemplateRenderer {
  const plain = createEngine({ escapeHtml: false })
  const html = createEngine({ escapeHtml: true })
  return {
    check: (template) => void plain.compile(template),
    render: async (template, scope, { escapeHtml = false } = {}) => {
      const engine = escapeHtml ? html : plain
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

function createEngine({ escapeHtml }: { escapeHtml: boolean }): Engine {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    // An empty set in memory instead of the file system.
    templates: {},
    parseLimit: templateLimits.templateLength,
    renderLimit: templateLimits.renderMs,
    memoryLimit: templateLimits.memory,
    timezoneOffset: 0,
    locale: 'en',
    ...(escapeHtml ? { outputEscape: 'escape' as const } : {}),
  })
  for (const tag of ['include', 'render', 'layout', 'block']) delete liquid.tags[tag]
  liquid.registerFilter('money', moneyFilter)

  const cache = createLruCache<Template[]>(templateLimits.cached)
  return {
    compile: (template) => cache.getOrCreate(template, () => parse(liquid, template)),
    run: async (compiled, scope) => {
      try {
        // Everything is in memory: the synchronous walk is the faster one.
        return String(liquid.renderSync(compiled, scope))
      } catch (error) {
        throw renderFailed(error)
      }
    },
  }
}

function parse(liquid: Liquid, template: string): Template[] {
  try {
    return liquid.parse(template)
  } catch (error) {
    throw new FlowError({
      code: 'FLOW_TEMPLATE_INVALID',
      message: describeTemplateError(error),
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
    hint: 'For a value that may be missing write {{ data.current.name | default: "friend" }}.',
    status: 422,
    cause: error,
  })
}

function outputTooLong(): FlowError {
  return new FlowError({
    code: 'FLOW_TEMPLATE_FAILED',
    message: `the result is longer than ${templateLimits.outputLength} characters`,
    hint: 'Shorten the template or the loop in it.',
    status: 422,
  })
}
