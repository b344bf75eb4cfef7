import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'

import { cruise, projectDir } from './cruise.ts'
import { cyclePartner, ground, offenders } from './offenders.ts'

const sown: string[] = []
afterAll(() => {
  for (const folder of sown) rmSync(folder, { recursive: true, force: true })
})

/** Writes the files into a fresh folder, with packages small enough to resolve. */
const sow = (files: Record<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'flowmasters-law-'))
  sown.push(folder)
  const packages = ['payload', '@payloadcms/db-postgres', 'react', 'liquidjs'].flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
    [`node_modules/${name}/index.js`, ''],
  ])
  const all: Record<string, string> = {
    ...files,
    ...Object.fromEntries(packages),
    'tsconfig.json': '{}',
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const violationsOf = (folder: string): string[] =>
  cruise(folder).summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)

describe('the import law', () => {
  test('holds for the whole tree', () => {
    const { summary, modules } = cruise(projectDir)
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual(
      [],
    )
    expect(modules.length).toBeGreaterThan(200)
  })

  test('lets lawful imports pass', () => {
    expect(violationsOf(sow(ground))).toEqual([])
  })

  const offences = Object.fromEntries(offenders.map(({ file, text }) => [file, text]))
  const found = violationsOf(sow({ ...ground, ...cyclePartner, ...offences }))
  test.each(offenders)('$rule reports $file', ({ rule, file }) => {
    expect(found).toContain(`${rule} ${file}`)
  })

  test('a new folder in src/ without a row is reported, whoever imports it', () => {
    const folder = sow({
      ...ground,
      'src/novelty/novel.ts': 'export const novel = 1\n',
      'src/app-server/start.ts': "import '../novelty/novel.ts'\n",
    })
    expect(violationsOf(folder)).toEqual(['row-missing-target src/app-server/start.ts'])
  })
})
