import { FlowError } from '../kernel/flowError.ts'
import { templateLimits } from './templateLimits.ts'
import { referencesIn, type TemplateLibrary } from './templateLibrary.ts'

/**
 * Follows what a template names before it is used: every name must be there, in quotes, and the chain of templates inside
 * templates must end. Throws FLOW_TEMPLATE_INVALID.
 */
export function checkNesting(template: string, library: TemplateLibrary): void {
  follow(template, library, { way: [], count: { left: templateLimits.parts } })
}

type Walk = { way: readonly string[]; count: { left: number } }

function follow(template: string, library: TemplateLibrary, { count, way }: Walk): void {
  for (const { name, tag } of referencesIn(template)) {
    count.left -= 1
    if (count.left < 0) throw invalid(`more than ${templateLimits.parts} parts`)
    if (name === undefined) throw invalid(`write the name after ${tag} in quotes`)
    const next = Object.hasOwn(library, name) ? library[name] : undefined
    if (next === undefined) throw invalid(`there is no template "${name}"`)
    if (way.includes(name)) throw invalid(`the template "${name}" is inside itself`)
    if (way.length >= templateLimits.nesting) {
      throw invalid(`more than ${templateLimits.nesting} templates inside each other`)
    }
    follow(next, library, { way: [...way, name], count })
  }
}

function invalid(what: string): FlowError {
  return new FlowError({
    code: 'FLOW_TEMPLATE_INVALID',
    message: what,
    details: { detail: what },
    hint: 'Templates are named by their key: {% render "footer" %}, {% layout "mail" %}.',
    status: 400,
  })
}
