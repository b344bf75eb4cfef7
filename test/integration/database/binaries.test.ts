import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs'
import { chmod, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findAccount } from '../../../src/database/embedded/findAccount.ts'
import { locateBinaries } from '../../../src/database/embedded/locateBinaries.ts'
import { currentPlace, placeCluster } from '../../../src/database/embedded/placeCluster.ts'
import { prepareBinaries } from '../../../src/database/embedded/prepareBinaries.ts'
import { recordingLogger } from './recordingLogger.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const isRoot = process.getuid?.() === 0
const testAsRoot = isRoot ? test : test.skip
const testOnPosix = process.platform === 'win32' ? test.skip : test

describe('the binaries of embedded Postgres', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  const logger = recordingLogger()
  beforeEach(async () => {
    folder = await temporaryFolder()
  })
  afterEach(() => folder.remove())

  const installCopy = async (): Promise<string> => {
    const target = join(folder.path, 'package')
    await cp(dirname(locateBinaries()), target, { recursive: true, verbatimSymlinks: true })
    return join(target, 'native')
  }
  const prepare = async (nativeDir: string) =>
    prepareBinaries({
      nativeDir,
      copiesDir: join(folder.path, 'copies'),
      account: await findAccount({ clusterDir: folder.path, logger }),
      logger,
    })

  testOnPosix('work when npm ran no install script: links and modes are restored', async () => {
    const nativeDir = await installCopy()
    const links: { target: string }[] = JSON.parse(
      readFileSync(join(nativeDir, 'pg-symlinks.json'), 'utf8'),
    )
    const files = links.map(({ target }) => join(dirname(nativeDir), target))
    await Promise.all(files.map((file) => rm(file)))
    await chmod(join(nativeDir, 'bin/postgres'), 0o644)
    expect(await prepare(nativeDir)).toEqual({ binDir: join(nativeDir, 'bin'), majorVersion: 18 })
    expect(files.every((file) => lstatSync(file).isSymbolicLink() && existsSync(file))).toBe(true)
  })

  testAsRoot('are copied to where the account of the server can reach them', async () => {
    const nativeDir = await installCopy()
    await chmod(join(folder.path, 'package'), 0o700)
    const { binDir, majorVersion } = await prepare(nativeDir)
    expect(majorVersion).toBe(18)
    expect(binDir).toContain(join(folder.path, 'copies'))
  })

  test('that do not run at all are a named error', async () => {
    const nativeDir = join(folder.path, 'broken/native')
    await mkdir(join(nativeDir, 'bin'), { recursive: true })
    await writeFile(join(nativeDir, 'bin/postgres'), 'no program')
    await writeFile(
      join(folder.path, 'broken/package.json'),
      JSON.stringify({ name: '@x/broken', version: '1.0.0' }),
    )
    await expect(prepare(nativeDir)).rejects.toMatchObject({
      code: 'FLOW_DATABASE_BINARIES_BROKEN',
    })
  })

  testAsRoot('data below a closed folder is kept elsewhere, and found there again', async () => {
    const closed = join(folder.path, 'closed')
    await mkdir(closed, { mode: 0o700 })
    const dataDir = join(closed, 'postgres')
    const sharedDir = join(folder.path, 'shared')
    const account = await findAccount({ clusterDir: dataDir, logger })
    const place = await placeCluster({ dataDir, account, logger, sharedDir })
    expect(dirname(place)).toBe(sharedDir)
    expect(statSync(place)).toMatchObject({ uid: account?.uid })
    expect(logger.messages.join()).toContain(place)
    // Opening the folder later must not lead to a new, empty database.
    await chmod(closed, 0o755)
    expect(await placeCluster({ dataDir, account, logger, sharedDir })).toBe(place)
    expect(await currentPlace(dataDir)).toBe(place)
  })
})
