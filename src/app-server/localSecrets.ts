import { randomBytes } from 'node:crypto'
import { chmod, constants, copyFile, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { errorCode } from '../kernel/errorCode.ts'
import { FlowError } from '../kernel/flowError.ts'

const localSecrets = z.object({
  payloadSecret: z.string().min(32),
  encryptionKeys: z.string().regex(/^[\w-]+:[A-Za-z0-9+/]{43}=(,|$)/),
})

/** Secrets of an installation that was given none. */
export type LocalSecrets = z.infer<typeof localSecrets>

const generate = (): LocalSecrets => ({
  payloadSecret: randomBytes(32).toString('hex'),
  encryptionKeys: `local:${randomBytes(32).toString('base64')}`,
})

const readSecrets = async (file: string): Promise<LocalSecrets | undefined> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  try {
    return localSecrets.parse(JSON.parse(text))
  } catch {
    throw new FlowError({
      code: 'FLOW_CONFIG_LOCAL_SECRETS_DAMAGED',
      message: `${file} cannot be read as the secrets of this installation.`,
      hint: 'Restore it from a backup: without its keys the stored secrets of channels are lost. Only if there are none, delete it.',
    })
  }
}

/** Two processes may start at once: both write a draft, one gives its draft the name, both read that. */
const writeOnce = async (file: string): Promise<void> => {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  await writeFile(draft, `${JSON.stringify(generate(), null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  try {
    // Some file systems have no links; copying is exclusive too, only not in one step.
    await link(draft, file).catch((error: unknown) => {
      if (errorCode(error) === 'EEXIST') throw error
      return copyFile(draft, file, constants.COPYFILE_EXCL)
    })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/**
 * The secrets kept in `<dataDir>/secrets.json` (mode 0600), generated on the first start.
 *
 * @throws FLOW_CONFIG_LOCAL_SECRETS_DAMAGED rather than replacing keys that rows are encrypted with.
 */
export const readLocalSecrets = async (dataDir: string): Promise<LocalSecrets> => {
  const file = join(dataDir, 'secrets.json')
  await mkdir(dataDir, { recursive: true })
  const found = await readSecrets(file)
  if (found === undefined) await writeOnce(file)
  if (process.platform !== 'win32') await chmod(file, 0o600)
  const secrets = found ?? (await readSecrets(file))
  if (secrets === undefined) throw new Error(`${file} vanished while it was read`)
  return secrets
}
