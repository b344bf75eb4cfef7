import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

/** The root of the repository. */
export const projectDir = resolve(fileURLToPath(import.meta.url), '../../..')

const report = z.object({
  modules: z.array(
    z.object({
      source: z.string(),
      dependencies: z.array(
        z.object({ resolved: z.string(), dependencyTypes: z.array(z.string()) }),
      ),
    }),
  ),
  summary: z.object({
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) }),
    ),
  }),
})

/** Modules, their imports, and every import that breaks the law. */
export type CruiseReport = z.infer<typeof report>

/** Runs dependency-cruiser with the project's law over the tree in `folder`. */
export const cruise = (folder: string): CruiseReport => {
  const result = spawnSync(
    process.execPath,
    [
      join(projectDir, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      join(projectDir, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      '.',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  )
  if (result.stdout === '') throw new Error(`dependency-cruiser said nothing: ${result.stderr}`)
  return report.parse(JSON.parse(result.stdout))
}
