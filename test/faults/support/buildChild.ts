import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('child.ts', import.meta.url))
// Inside the project, so that what stays outside the bundle is found from there.
const target = fileURLToPath(
  new URL('../../../node_modules/.cache/faults/child.mjs', import.meta.url),
)

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
 * time. Returns its path.
 */
export async function buildChild(): Promise<string> {
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
