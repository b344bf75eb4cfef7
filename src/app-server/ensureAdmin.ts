import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { FlowError } from '../kernel/flowError.ts'
import type { Logger } from '../kernel/logger.ts'

const defaultEmail = 'admin@flowmasters.local'

/** Who was created, with the password where we made it up. */
export type CreatedAdmin = { email: string; generatedPassword: string | undefined }

const isAddressTaken = async (payload: Payload, email: string): Promise<boolean> => {
  const { totalDocs } = await payload.count({
    collection: 'users',
    where: { email: { equals: email } },
    overrideAccess: true,
  })
  return totalDocs > 0
}

/**
 * Creates the first administrator when there is none; `undefined` when there is one.
 *
 * @throws FLOW_APP_ADMIN_EMAIL_TAKEN rather than giving a customer all rights.
 */
export const ensureAdmin = async ({
  payload,
  email = defaultEmail,
  password,
}: {
  payload: Payload
  email: string | undefined
  password: string | undefined
}): Promise<CreatedAdmin | undefined> => {
  const admins = await payload.count({
    collection: 'users',
    where: { role: { equals: 'admin' } },
    overrideAccess: true,
  })
  if (admins.totalDocs > 0) return undefined
  if (await isAddressTaken(payload, email)) {
    throw new FlowError({
      code: 'FLOW_APP_ADMIN_EMAIL_TAKEN',
      message: `There is no administrator, and ${email} belongs to a user who is none.`,
      hint: 'Set FLOWMASTERS_ADMIN_EMAIL to another address.',
    })
  }
  const generatedPassword =
    password === undefined ? randomBytes(15).toString('base64url') : undefined
  await payload.create({
    collection: 'users',
    data: { email, password: password ?? generatedPassword, role: 'admin' },
    overrideAccess: true,
  })
  return { email, generatedPassword }
}

/** The one time the generated password is shown. */
export const announceAdmin = ({ email, generatedPassword }: CreatedAdmin, logger: Logger): void => {
  logger.info({ msg: `created the administrator ${email}` })
  if (generatedPassword === undefined) return
  logger.info({ msg: `its password, shown only this once: ${generatedPassword}` })
}
