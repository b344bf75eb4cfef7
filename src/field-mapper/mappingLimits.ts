/** Bounds of a mapping: far above what any system takes. */
export const mappingLimits = {
  rules: 200,
  transforms: 10,
  /** Characters of `to` or of a path. */
  pathLength: 300,
  /** Names in `to`. */
  depth: 10,
  /** Characters of a key of a value map. */
  textLength: 1_000,
  templateLength: 64 * 1024,
  /** Elements that `*` yields; what is beyond them is left out. */
  elements: 1_000,
} as const
