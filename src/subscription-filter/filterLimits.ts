/** Bounds of a filter: what a person needs many times over, and what one event may cost at most. */
export const filterLimits = {
  /** Groups inside groups. */
  depth: 8,
  conditions: 100,
  pathLength: 256,
  patternLength: 512,
  /** Compiled size of a `matches` expression, RE2 instructions: `a{1000}` is 1,000 of them. */
  patternInstructions: 1_000,
  /** Characters of a text that `matches` looks at. */
  matchedTextLength: 10_000,
  /** Characters of one text inside `value`. */
  textLength: 4_096,
  /** Entries of a list inside `value`. */
  listLength: 1_000,
  /** Arrays and objects inside each other in `value`. */
  valueDepth: 8,
} as const
