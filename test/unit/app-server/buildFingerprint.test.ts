import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFingerprint } from '../../../src/app-server/buildFingerprint.ts'

describe('what a build is made of', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flowmasters-test-build-'))
    mkdirSync(join(folder, 'src/app'), { recursive: true })
    writeFileSync(join(folder, 'src/app/page.tsx'), 'one')
    writeFileSync(join(folder, 'package-lock.json'), '{}')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test.each([
    ['a changed source', () => writeFileSync(join(folder, 'src/app/page.tsx'), 'two')],
    ['a new source', () => writeFileSync(join(folder, 'src/app/layout.tsx'), '')],
    [
      'a renamed source',
      () => renameSync(join(folder, 'src/app/page.tsx'), join(folder, 'src/app/other.tsx')),
    ],
    ['other packages', () => writeFileSync(join(folder, 'package-lock.json'), '{"a":1}')],
  ])('%s makes it stale', async (_title, change) => {
    const before = await buildFingerprint(folder)
    change()
    expect(await buildFingerprint(folder)).not.toBe(before)
  })

  test('tests and documents do not, nor does writing the same again', async () => {
    const before = await buildFingerprint(folder)
    mkdirSync(join(folder, 'test'))
    writeFileSync(join(folder, 'test/page.test.ts'), '')
    writeFileSync(join(folder, 'README.md'), '')
    writeFileSync(join(folder, 'src/app/page.tsx'), 'one')
    expect(await buildFingerprint(folder)).toBe(before)
  })
})
