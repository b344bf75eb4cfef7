import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { ValidationError } from 'payload'

import type { AnyChannel } from '../../../src/channels/channel.ts'
import { credentialFields } from '../../../src/channels/credentialFields.ts'
import { accountGroup } from '../../../src/credentials/accountGroup.ts'
import {
  isEnvironmentReference,
  variableOf,
} from '../../../src/credentials/environmentReference.ts'
import { readableRefusal } from '../readableRefusal.ts'
import { textFor } from '../../textFor.ts'
import type { CredentialTools } from './credentialTools.ts'
import { isGivenSecret } from './isGivenSecret.ts'

type Problem = { path: string; message: string }

/** Refuses what could never work, at its field: a malformed token, a variable out of reach, an account without a secret. */
export function validateCredentials({
  channels,
  keyRing,
}: CredentialTools): CollectionBeforeValidateHook {
  return ({ collection, data, operation, originalDoc, req }) => {
    const slug = String(originalDoc?.channel ?? data?.['channel'])
    if (!data || !channels.has(slug)) return data
    const channel = channels.get(slug)
    const path = accountGroup(slug)
    const given = recordOf(data[path])
    const isGiven = (value: unknown): value is string => isGivenSecret(value, keyRing())
    const problems = secretProblems({ channel, given, isGiven, path })
    const secrets = credentialFields(channel).filter(({ isSecret }) => isSecret === true)
    const [first] = secrets
    const isMade = channel.generateAccountSecret !== undefined
    if (
      operation === 'create' &&
      first &&
      !isMade &&
      !secrets.some(({ name }) => isGiven(given[name]))
    ) {
      problems.push({ path: `${path}.${first.name}`, message: nothingGiven(req) })
    }
    if (problems.length === 0) return data
    throw new ValidationError({ collection: collection.slug, errors: problems, req }, req.t)
  }
}

function secretProblems(input: {
  channel: AnyChannel
  given: Record<string, unknown>
  isGiven: (value: unknown) => value is string
  path: string
}): Problem[] {
  const { channel, given, isGiven, path } = input
  return credentialFields(channel).flatMap(({ isSecret, name }) => {
    const value = given[name]
    if (isSecret !== true || !isGiven(value)) return []
    try {
      if (isEnvironmentReference(value)) variableOf(value)
      else channel.checkSecret?.(name, value)
      return []
    } catch (error) {
      return [{ path: `${path}.${name}`, message: readableRefusal(error) }]
    }
  })
}

function nothingGiven(req: PayloadRequest): string {
  return textFor(req, {
    en: 'Enter the secret, or the name of a variable: env:FLOWMASTERS_CREDENTIAL_…',
    ru: 'Введите секрет или имя переменной: env:FLOWMASTERS_CREDENTIAL_…',
  })
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
