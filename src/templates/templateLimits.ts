/** Bounds of one rendering: far above any message, far below what would hurt the worker. */
export const templateLimits = {
  /** Characters of a template. */
  templateLength: 64 * 1024,
  /** Characters of the result. */
  outputLength: 256 * 1024,
  /** Whole rendering, milliseconds. */
  renderMs: 1_000,
  /** LiquidJS's own count of created characters and elements. */
  memory: 1_000_000,
  /** Templates inside templates. */
  nesting: 6,
  /** Parts that a template is put together of, each counted as often as it is named. */
  parts: 200,
  /** Compiled templates kept. */
  cached: 500,
} as const
