import { join, resolve } from 'node:path'
import * as z from 'zod'
import { FlowError } from '../kernel/flowError.ts'
import type { AppEnvironment } from './appEnvironment.ts'

const isUrlOf =
  (...protocols: string[]) =>
  (text: string): boolean =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol)

const isKeyRing = (text: string): boolean =>
  text.split(',').every((entry) => /^[\w-]+:[A-Za-z0-9+/]{43}=$/.test(entry.trim()))

const text = z.string().optional()
const url = (expectation: string, ...protocols: string[]) =>
  z
    .string()
    .refine(isUrlOf(...protocols), `must be ${expectation}`)
    .optional()

const minSecretLength = 16
const minPasswordLength = 8

const variables = z.object({
  PORT: z
    .string()
    .refine(
      (port) => /^\d{1,5}$/.test(port) && Number(port) < 65_536,
      'must be a port from 0 to 65535',
    )
    .transform(Number)
    .default(3000),
  DATABASE_URL: url('like postgresql://user:password@host:5432/name', 'postgres:', 'postgresql:'),
  REDIS_URL: url('like redis://host:6379', 'redis:', 'rediss:'),
  PAYLOAD_SECRET: z
    .string()
    .min(minSecretLength, `must have at least ${minSecretLength} characters`)
    .optional(),
  FLOWMASTERS_DATA_DIR: text,
  FLOWMASTERS_ROLE: z
    .enum(['all', 'web', 'worker'], { error: 'must be all, web or worker' })
    .default('all'),
  FLOWMASTERS_ENCRYPTION_KEYS: z
    .string()
    .refine(isKeyRing, 'must be id:base64 of 32 bytes, several separated by commas')
    .optional(),
  FLOWMASTERS_ALLOW_PRIVATE_TARGETS: z
    .enum(['0', '1', 'false', 'true'], { error: 'must be 1 or 0' })
    .transform((value) => value === '1' || value === 'true')
    .default(false),
  FLOWMASTERS_TRUSTED_PROXIES: z
    .string()
    .refine(
      (count) => /^\d$/.test(count),
      'must be the number of proxies before this server, 0 to 9',
    )
    .transform(Number)
    .default(0),
  FLOWMASTERS_ALERT_EMAIL: z
    .string()
    .refine(
      (list) => list.split(',').every((address) => z.email().safeParse(address.trim()).success),
      'must be e-mail addresses, separated by commas',
    )
    .optional(),
  FLOWMASTERS_LOG_FORMAT: z
    .enum(['json', 'pretty'], { error: 'must be json or pretty' })
    .optional(),
  FLOWMASTERS_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' })
    .optional(),
  FLOWMASTERS_METRICS_PORT: z
    .string()
    .refine(
      (port) => /^\d{1,5}$/.test(port) && Number(port) < 65_536,
      'must be a port from 0 to 65535',
    )
    .transform(Number)
    .optional(),
  FLOWMASTERS_METRICS_TOKEN: z
    .string()
    .min(minSecretLength, `must have at least ${minSecretLength} characters`)
    .optional(),
  SMTP_URL: url('like smtp://user:password@host:587', 'smtp:', 'smtps:'),
  FLOWMASTERS_ADMIN_EMAIL: z.email({ error: 'must be an e-mail address' }).optional(),
  FLOWMASTERS_ADMIN_PASSWORD: z
    .string()
    .min(minPasswordLength, `must have at least ${minPasswordLength} characters`)
    .optional(),
})

const withoutEmpty = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [] : [[name, value.trim()]],
    ),
  )

/** Values stay out of the message: half of these variables hold secrets. */
const invalid = (error: z.ZodError): FlowError => {
  const problems = error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  return new FlowError({
    code: 'FLOW_CONFIG_INVALID',
    message: `${problems.join('; ')}.`,
    hint: 'Correct or unset it in the environment or in .env.',
    details: { variables: error.issues.map((issue) => issue.path.join('.')) },
  })
}

/**
 * Reads and checks every variable of the application; empty ones count as unset. Relative folders start
 * at `baseDir`.
 *
 * @throws FLOW_CONFIG_INVALID naming each bad variable and what it must be.
 */
export const readAppEnvironment = ({
  env,
  baseDir,
}: {
  env: Readonly<Record<string, string | undefined>>
  baseDir: string
}): AppEnvironment => {
  const parsed = variables.safeParse(withoutEmpty(env))
  if (!parsed.success) throw invalid(parsed.error)
  const values = parsed.data
  const dataDir = values.FLOWMASTERS_DATA_DIR
  return {
    port: values.PORT,
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    payloadSecret: values.PAYLOAD_SECRET,
    dataDir: dataDir === undefined ? join(baseDir, '.flowmasters') : resolve(baseDir, dataDir),
    role: values.FLOWMASTERS_ROLE,
    encryptionKeys: values.FLOWMASTERS_ENCRYPTION_KEYS,
    allowPrivateTargets: values.FLOWMASTERS_ALLOW_PRIVATE_TARGETS,
    trustedProxies: values.FLOWMASTERS_TRUSTED_PROXIES,
    metricsPort: values.FLOWMASTERS_METRICS_PORT,
    smtpUrl: values.SMTP_URL,
    adminEmail: values.FLOWMASTERS_ADMIN_EMAIL,
    adminPassword: values.FLOWMASTERS_ADMIN_PASSWORD,
  }
}
