import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { packageManifest } from './packageManifest.ts'

/** Emits dist/: the library as it is published, with a manifest of its own. */
const projectDir = resolve(fileURLToPath(import.meta.url), '../..')
const dist = join(projectDir, 'dist')

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))
    : []

rmSync(dist, { recursive: true, force: true })
const compiled = spawnSync(
  process.execPath,
  [join(projectDir, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
  { cwd: projectDir, stdio: 'inherit' },
)
if (compiled.status !== 0) process.exit(1)

// tsc rewrites `.ts` in the code it emits, but not in declarations.
const localSpecifier = /((?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]+)\.tsx?(['"])/g
for (const path of filesIn(dist).filter((path) => path.endsWith('.d.ts'))) {
  // A stylesheet means nothing to types, and resolvers of types stumble over it.
  const text = readFileSync(path, 'utf8').replaceAll(/^import ['"][^'"]+\.css['"];?\n/gm, '')
  writeFileSync(path, text.replaceAll(localSpecifier, '$1.js$2'))
}
for (const folder of ['src/admin', 'plugins']) {
  for (const path of filesIn(join(projectDir, folder)).filter((path) => path.endsWith('.css'))) {
    cpSync(path, path.replace(projectDir, dist))
  }
}
for (const name of readdirSync(projectDir)) {
  if (/^(README|LICENSE|CHANGELOG)(\.|$)/.test(name)) {
    cpSync(join(projectDir, name), join(dist, name))
  }
}
writeFileSync(
  join(dist, 'package.json'),
  `${JSON.stringify(packageManifest({ projectDir, emitted: filesIn(dist) }), null, 2)}\n`,
)
