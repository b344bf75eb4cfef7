import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What ends up in the build, relative to the project. */
const sources = [
  'src',
  'collections',
  'config',
  'hooks',
  'plugins',
  'public',
  'next.config.mjs',
  'package-lock.json',
  'payload.config.ts',
  'tsconfig.json',
  'tsconfig.next.json',
]

const listFiles = async (projectDir: string, source: string): Promise<string[]> => {
  const path = join(projectDir, source)
  if (!existsSync(path)) return []
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTDIR') return undefined
      throw error
    },
  )
  if (entries === undefined) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

/** A hash over names and contents of everything the build is made of: equal hash, equal build. */
export const buildFingerprint = async (projectDir: string): Promise<string> => {
  const lists = await Promise.all(sources.map((source) => listFiles(projectDir, source)))
  const hash = createHash('sha256').update(process.version.split('.')[0] ?? '')
  for (const file of lists.flat().sort()) {
    const content = createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
    hash.update(`${file.slice(projectDir.length)}\0${content}\n`)
  }
  return hash.digest('hex')
}
