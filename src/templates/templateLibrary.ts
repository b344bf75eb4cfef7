/** Templates that others may name, by their whole name: `mail.html.ru`. One object per state of the collection. */
export type TemplateLibrary = Readonly<Record<string, string>>

/** `{% render "name" %}` and `{% layout "name" %}`, or what stands there instead of a quoted name. */
const reference = /\{%-?\s*(render|layout)\s+(?:"([^"]*)"|'([^']*)'|([^\s%,]+))/g

/** A template that names another. `name` is undefined where the name is worked out, which nobody can follow. */
export type TemplateReference = { tag: string; name: string | undefined }

/** What a template names. */
export function referencesIn(template: string): TemplateReference[] {
  return [...template.matchAll(reference)].map(([, tag = '', double, single]) => ({
    tag,
    name: double ?? single,
  }))
}

/** The template with every name in it replaced. */
export function renameReferences(template: string, rename: (name: string) => string): string {
  return template.replaceAll(
    reference,
    (whole, _tag: string, double?: string, single?: string, bare?: string) => {
      if (bare !== undefined) return whole
      const name = double ?? single ?? ''
      const quoted = whole.slice(whole.search(/["']/))
      return whole.slice(0, whole.length - quoted.length) + JSON.stringify(rename(name))
    },
  )
}
