import { build } from 'esbuild'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const childOfTheSuite = fileURLToPath(new URL('child.ts', import.meta.url))
// Inside the project, so that what stays outside the bundle is found from there.
const cache = fileURLToPath(new URL('../../../node_modules/.cache/faults/', import.meta.url))

/** CommonJS in the bundle asks for these. */
const commonJsNames = `
import { createRequire as makeRequire } from 'node:module'
import { fileURLToPath as toPath } from 'node:url'
const require = makeRequire(import.meta.url)
const __filename = toPath(import.meta.url)
const __dirname = toPath(new URL('.', import.meta.url))
`

/**
 * Makes one file of the process that the suite starts hundreds of times, dependencies and all: it is up in a fifth of the processor
 * time. Returns its path. @default source the child of the fault suite
 */
export async function buildChild(source: string = childOfTheSuite): Promise<string> {
  const target = path.join(cache, `${path.basename(source, '.ts')}.mjs`)
  await build({
    entryPoints: [source],
    outfile: target,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Errors are told apart by their names.
    keepNames: true,
    external: ['sharp', '@img/*', 'pg-native', 'esbuild'],
    banner: { js: commonJsNames },
    logLevel: 'error',
  })
  return target
}
