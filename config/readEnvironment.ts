import { FlowError } from '../src/kernel/flowError.ts'

/** What the application's configuration takes from the environment. */
export type Environment = {
  databaseUrl: string
  databasePoolMax?: number
  secret: string
  publicUrl?: string
}

type ReadEnvironmentOptions = {
  env: Readonly<Record<string, string | undefined>>
  /** The command line; generators of files need neither database nor secret. */
  argv: readonly string[]
}

const offlineCommands = [
  'generate:types',
  'generate:importmap',
  'generate:db-schema',
  'migrate:create',
]

/**
 * Reads and checks the environment.
 * @throws FlowError FLOW_CONFIG_SECRET_MISSING, FLOW_CONFIG_DATABASE_URL_MISSING, FLOW_CONFIG_POOL_MAX_INVALID,
 *   FLOW_CONFIG_PUBLIC_URL_INVALID
 */
export function readEnvironment({ env, argv }: ReadEnvironmentOptions): Environment {
  const isOffline =
    env['NEXT_PHASE'] === 'phase-production-build' ||
    argv.some((word) => offlineCommands.includes(word))
  const databasePoolMax = readPoolMax(env['DATABASE_POOL_MAX'])
  const publicUrl = readPublicUrl(env['FLOWMASTERS_PUBLIC_URL'])
  return {
    secret: env['PAYLOAD_SECRET'] || placeholder({ isOffline, value: 'offline', error: noSecret }),
    databaseUrl:
      env['DATABASE_URL'] ||
      placeholder({ isOffline, value: 'postgres://localhost/offline', error: noDatabase }),
    ...(databasePoolMax === undefined ? {} : { databasePoolMax }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
  }
}

type PlaceholderOptions = { isOffline: boolean; value: string; error: () => FlowError }

function placeholder({ isOffline, value, error }: PlaceholderOptions): string {
  if (isOffline) return value
  throw error()
}

const noSecret = (): FlowError =>
  new FlowError({
    code: 'FLOW_CONFIG_SECRET_MISSING',
    message: 'PAYLOAD_SECRET is not set, so sessions cannot be signed.',
    hint: 'Set PAYLOAD_SECRET to a long random text and keep it, or use "npm start", which makes one.',
  })

const noDatabase = (): FlowError =>
  new FlowError({
    code: 'FLOW_CONFIG_DATABASE_URL_MISSING',
    message: 'DATABASE_URL is not set.',
    hint: 'Set DATABASE_URL to a Postgres address, or use "npm start", which brings its own database.',
  })

function readPoolMax(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  const max = Number(text)
  if (Number.isInteger(max) && max >= 2) return max
  throw new FlowError({
    code: 'FLOW_CONFIG_POOL_MAX_INVALID',
    message: `DATABASE_POOL_MAX is "${text}", not a whole number of at least 2.`,
    hint: 'Payload keeps one connection for itself, so one is too few.',
  })
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin
  throw new FlowError({
    code: 'FLOW_CONFIG_PUBLIC_URL_INVALID',
    message: `FLOWMASTERS_PUBLIC_URL is "${text}", not the origin of a site.`,
    hint: 'Write the scheme and the host only, as in https://shop.example.',
  })
}
