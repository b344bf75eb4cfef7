import { isPlainObject } from '../event-catalogue/isPlainJson.ts'

/** What is left of a value once everything JSON cannot carry is gone. */
export type CleanJson = {
  value: unknown
  /** `data.current.when: …` per replaced or dropped value, at most 20. */
  issues: string[]
  /** There were more values than allowed; the rest is missing. */
  isCut: boolean
}

const maxDepth = 100
const maxIssues = 20
const loneSurrogate = /\p{Surrogate}/gu

/**
 * A copy of `value` that is JSON and that Postgres can hold, with every deviation named: dates become
 * ISO text, bigints decimal text, NaN and cycles null, NUL characters and lone surrogates U+FFFD,
 * functions and symbols are dropped. Slow and careful: only for what `isPlainJson` refused.
 */
export function cleanJson(value: unknown, options: { root: string; maxValues: number }): CleanJson {
  const issues: string[] = []
  const ancestors: object[] = []
  let values = 0
  const isCut = () => values > options.maxValues
  const replace = (path: string, what: string, replacement: unknown): unknown => {
    if (issues.length < maxIssues) issues.push(`${path}: ${what}`)
    return replacement
  }

  const visit = (node: unknown, path: string): unknown => {
    values += 1
    if (isCut()) return undefined
    if (typeof node === 'string') return cleanText(node, path)
    if (typeof node === 'number' && !Number.isFinite(node)) {
      return replace(path, `${node} is not a JSON number`, null)
    }
    if (typeof node === 'bigint') return replace(path, 'a bigint is not JSON', node.toString())
    if (typeof node === 'function' || typeof node === 'symbol') {
      return replace(path, `a ${typeof node} is not JSON`, undefined)
    }
    return typeof node === 'object' && node !== null ? visitObject(node, path) : node
  }
  const cleanText = (text: string, path: string): string => {
    const clean = text.replaceAll('\0', '\uFFFD').replace(loneSurrogate, '\uFFFD')
    return clean === text ? text : String(replace(path, 'holds NUL or half a character', clean))
  }
  const visitObject = (node: object, path: string): unknown => {
    if (ancestors.includes(node)) return replace(path, 'refers back to a value around it', null)
    if (ancestors.length >= maxDepth) return replace(path, 'is nested too deeply', null)
    ancestors.push(node)
    const clean = Array.isArray(node)
      ? Array.from(node, (item, index) => visit(item, `${path}.${index}`) ?? nullItem(item, path))
      : isPlainObject(node)
        ? visitMembers(node, path)
        : visitInstance(node, path)
    ancestors.pop()
    return clean
  }
  const nullItem = (item: unknown, path: string): null => {
    if (item === undefined) replace(path, 'a list holds undefined', null)
    return null
  }
  const visitMembers = (node: Record<string, unknown>, path: string): Record<string, unknown> => {
    const clean: Record<string, unknown> = {}
    for (const key of Object.keys(node)) {
      if (isCut()) break
      const member = visit(node[key], `${path}.${key}`)
      // defineProperty keeps a member called __proto__ a member.
      if (member !== undefined) {
        Object.defineProperty(clean, cleanText(key, path), {
          value: member,
          enumerable: true,
          configurable: true,
          writable: true,
        })
      }
    }
    return clean
  }
  const visitInstance = (node: object, path: string): unknown => {
    if (node instanceof Date) {
      const isValid = !Number.isNaN(node.getTime())
      return replace(path, 'a Date is not JSON', isValid ? node.toISOString() : null)
    }
    return replace(path, `a ${node.constructor?.name ?? 'class'} instance is not JSON`, null)
  }

  const clean = visit(value, options.root)
  if (isCut()) issues.unshift(`${options.root}: holds more than ${options.maxValues} values`)
  return { value: clean, issues, isCut: isCut() }
}
