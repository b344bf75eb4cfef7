import type { CatalogueArea, CatalogueType } from './catalogueAreas.ts'

/** A wildcard offered for an area: all types that share their first word. */
export type AreaPattern = { pattern: string; isOnlyOne: boolean }

/** `order.paid` → `order.*`. */
function patternOf(type: string): string {
  return `${type.split('.')[0]}.*`
}

/** The wildcards that together stand for an area. */
export function areaPatterns(area: CatalogueArea): AreaPattern[] {
  const patterns = [...new Set(area.types.map(({ type }) => patternOf(type)))]
  return patterns.map((pattern) => ({ pattern, isOnlyOne: patterns.length === 1 }))
}

/** True when a chosen wildcard already stands for the type. */
export function isCovered(type: string, chosen: readonly string[]): boolean {
  const [, verb] = type.split('.')
  return chosen.some(
    (pattern) => pattern === '*' || pattern === patternOf(type) || pattern === `*.${verb}`,
  )
}

/** Areas with only the types a search asks for; every word must occur somewhere in the type's texts. */
export function searchAreas(areas: readonly CatalogueArea[], search: string): CatalogueArea[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const hits = ({ firesWhen, summary, type }: CatalogueType, area: string): boolean => {
    const text = `${type} ${summary} ${firesWhen} ${area}`.toLowerCase()
    return words.every((word) => text.includes(word))
  }
  return areas
    .map((area) => ({ ...area, types: area.types.filter((type) => hits(type, area.label)) }))
    .filter((area) => area.types.length > 0)
}

/** Chosen or not turned round; a wildcard swallows the single types it stands for. */
export function toggled(chosen: readonly string[], value: string): string[] {
  if (chosen.includes(value)) return chosen.filter((entry) => entry !== value)
  const kept = chosen.filter((entry) => entry.includes('*') || !isCovered(entry, [value]))
  return value === '*' ? ['*'] : [...kept, value]
}
