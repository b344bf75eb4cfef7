import type * as z from 'zod'

const shown = 20

/** `data.current.status: Invalid option: …` per misfit, at most 20. Names places and expectations, never values. */
export function schemaIssues(error: z.ZodError, root = 'data'): string[] {
  return error.issues
    .slice(0, shown)
    .map(({ path, message }) => `${[root, ...path].map(String).join('.')}: ${message}`)
}
