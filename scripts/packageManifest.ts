import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import * as z from 'zod'

const versions = z.record(z.string(), z.string())
const manifest = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  engines: versions,
  exports: z.record(z.string(), z.union([z.string(), versions])),
  dependencies: versions,
  peerDependencies: versions,
})

const specifier = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

/** Packages that the emitted code or its types import. */
const importedBy = (files: string[]): string[] => {
  const names = files
    .filter((path) => path.endsWith('.js') || path.endsWith('.d.ts'))
    .flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(specifier)].map(([, name]) => name ?? ''),
    )
    .filter((name) => /^[@a-z]/.test(name) && !name.startsWith('node:'))
    .map(packageOf)
  return [...new Set(names)].filter((name) => !builtinModules.includes(name)).sort()
}

/**
 * The manifest of the published library. The repository's own one belongs to the application and pins
 * everything; the library names what it imports: hosts it must share (peers) and the rest, with room for
 * patches. See docs/decisions/0004-the-library-has-a-manifest-of-its-own.md.
 */
export const packageManifest = ({
  projectDir,
  emitted,
}: {
  projectDir: string
  emitted: string[]
}): Record<string, unknown> => {
  const source = manifest.parse(JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')))
  const imported = importedBy(emitted)
  const pick = (wanted: (name: string) => boolean, version: (name: string) => string) =>
    Object.fromEntries(imported.filter(wanted).map((name) => [name, version(name)]))
  const isPeer = (name: string): boolean => name in source.peerDependencies
  const undeclared = imported.filter((name) => !isPeer(name) && !(name in source.dependencies))
  if (undeclared.length > 0) {
    throw new Error(`The package imports what package.json does not name: ${undeclared.join(', ')}`)
  }
  for (const door of ['client', 'rsc']) {
    const isEmitted = emitted.some((path) => path.endsWith(`/src/admin/${door}.js`))
    if (isEmitted && !(`./${door}` in source.exports)) {
      throw new Error(`src/admin/${door}.ts exists, but package.json has no export "./${door}"`)
    }
  }
  return {
    name: source.name,
    version: source.version,
    description: source.description,
    license: source.license,
    type: 'module',
    sideEffects: ['**/*.css'],
    engines: source.engines,
    exports: JSON.parse(JSON.stringify(source.exports).replaceAll('./dist/', './')),
    dependencies: pick(
      (name) => !isPeer(name),
      (name) => `^${source.dependencies[name] ?? ''}`,
    ),
    peerDependencies: pick(isPeer, (name) => source.peerDependencies[name] ?? ''),
  }
}
