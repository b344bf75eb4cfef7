import * as z from 'zod'

/** What FCM says is wrong. */
export type FcmFailure = {
  /** FCM's own code, such as UNREGISTERED, else Google's status, such as PERMISSION_DENIED. */
  code: string
  message: string
  /** It is the registration token that FCM does not take, and not a field of ours. */
  isTokenWrong: boolean
}

const failure = z.object({
  error: z.object({
    code: z.number(),
    message: z.string().catch(''),
    status: z.string().regex(/^[A-Z_]{1,60}$/),
    details: z
      .array(
        z.object({
          '@type': z.string().catch(''),
          errorCode: z
            .string()
            .regex(/^[A-Z_]{1,60}$/)
            .optional()
            .catch(undefined),
          fieldViolations: z
            .array(z.object({ field: z.string().catch('') }))
            .optional()
            .catch(undefined),
        }),
      )
      .catch([]),
  }),
})

/** Reads an error answer; undefined when it is none of Google's. */
export function fcmFailure(json: unknown): FcmFailure | undefined {
  const read = failure.safeParse(json)
  if (!read.success) return undefined
  const { details, message, status } = read.data.error
  const own = details.find(({ '@type': type }) => type.endsWith('FcmError'))?.errorCode
  const code = own ?? status
  const violations = details.flatMap(({ fieldViolations = [] }) => fieldViolations)
  const isAboutToken =
    violations.length === 0
      ? /registration token/i.test(message)
      : violations.every(({ field }) => field === 'message.token')
  return { code, message, isTokenWrong: code === 'INVALID_ARGUMENT' && isAboutToken }
}
