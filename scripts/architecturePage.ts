import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import * as z from 'zod'

const report = z.object({
  modules: z.array(
    z.object({
      source: z.string(),
      dependencies: z.array(
        z.object({ resolved: z.string(), dependencyTypes: z.array(z.string()) }),
      ),
    }),
  ),
})

const folderOf = (path: string): string | undefined =>
  /^(src\/[^/]+|plugins\/[^/]+)(?=\/)|^(collections|hooks)(?=\/)|^src\/index\.ts$/.exec(path)?.[0]

/** The wiring imports everything; drawing it would hide the rest. */
const isWiring = (folder: string): boolean =>
  ['src/app', 'src/app-server', 'src/plugin', 'src/runtime', 'src/index.ts'].includes(folder)

const nodeId = (folder: string): string => folder.replaceAll(/[^a-z]/g, '_')

type Edge = { from: string; to: string; isTypeOnly: boolean }

const edgesOf = (projectDir: string): Edge[] => {
  const cruise = spawnSync(
    process.execPath,
    [
      join(projectDir, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json', '.'],
    ],
    { cwd: projectDir, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  )
  const edges = new Map<string, Edge>()
  for (const { source, dependencies } of report.parse(JSON.parse(cruise.stdout)).modules) {
    const from = folderOf(source)
    for (const { resolved, dependencyTypes } of dependencies) {
      const to = folderOf(resolved)
      if (from === undefined || to === undefined || from === to) continue
      if (isWiring(from) || to === 'src/kernel') continue
      const isTypeOnly = dependencyTypes.includes('type-only')
      const known = edges.get(`${from} ${to}`)
      edges.set(`${from} ${to}`, {
        from,
        to,
        isTypeOnly: isTypeOnly && known?.isTypeOnly !== false,
      })
    }
  }
  return [...edges.values()].sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1))
}

/** The page docs/architecture.md: which folder imports which, as the code has it. */
export const architecturePage = (projectDir: string): string => {
  const edges = edgesOf(projectDir)
  const folders = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort()
  return [
    '# Architecture',
    '',
    'collection change → hook → EventService → outbox → subscription filter → channel plugin → delivery log',
    '',
    'Who imports whom, folder by folder. A dotted arrow is an import of types only. Not drawn: `src/kernel`,',
    'which everybody may import, and what the wiring (`src/plugin`, `src/runtime`, `src/app`,',
    '`src/app-server`) imports. The law behind the picture is `.dependency-cruiser.cjs`.',
    'This page is generated from the sources by `npm run generate:docs`; do not edit it.',
    '',
    '```mermaid',
    'flowchart LR',
    ...folders.map((folder) => `  ${nodeId(folder)}["${folder}"]`),
    ...edges.map(
      ({ from, to, isTypeOnly }) =>
        `  ${nodeId(from)} ${isTypeOnly ? '-.->' : '-->'} ${nodeId(to)}`,
    ),
    '```',
    '',
  ].join('\n')
}
