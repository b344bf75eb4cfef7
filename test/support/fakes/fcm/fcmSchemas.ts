import * as z from 'zod'

const texts = z.record(z.string(), z.string())
const content = { title: z.string(), body: z.string(), image: z.url() }

/** A request as FCM's HTTP v1 reads it: unknown fields are refused. */
export const fcmRequest = z.strictObject({
  validate_only: z.boolean().optional(),
  message: z
    .strictObject({
      token: z.string().min(1).optional(),
      topic: z
        .string()
        .regex(/^[\w.~%-]+$/)
        .optional(),
      notification: z.strictObject(content).partial().optional(),
      data: texts.optional(),
      android: z
        .strictObject({
          collapse_key: z.string(),
          ttl: z.string().regex(/^\d+s$/),
          priority: z.enum(['NORMAL', 'HIGH']),
          notification: z.strictObject({ ...content, tag: z.string() }).partial(),
        })
        .partial()
        .optional(),
      apns: z
        .strictObject({
          headers: texts.refine(
            (headers) => Buffer.byteLength(headers['apns-collapse-id'] ?? '') <= 64,
          ),
          payload: z.looseObject({ aps: z.looseObject({}) }),
          fcm_options: z.strictObject({ image: z.url() }),
        })
        .partial()
        .optional(),
      webpush: z
        .strictObject({
          headers: texts,
          data: texts,
          notification: z.looseObject({}),
          fcm_options: z.strictObject({ link: z.url({ protocol: /^https$/ }) }),
        })
        .partial()
        .optional(),
    })
    .refine(({ token, topic }) => (token === undefined) !== (topic === undefined), {
      error: 'exactly one of token, topic',
    }),
})

/** The grant of a service account (RFC 7523). */
export const tokenGrant = z.strictObject({
  grant_type: z.literal('urn:ietf:params:oauth:grant-type:jwt-bearer'),
  assertion: z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/),
})

export const grantHeader = z.strictObject({
  alg: z.literal('RS256'),
  typ: z.literal('JWT'),
  kid: z.string().optional(),
})

export const grantClaims = z.strictObject({
  iss: z.string(),
  scope: z.literal('https://www.googleapis.com/auth/firebase.messaging'),
  aud: z.literal('https://oauth2.googleapis.com/token'),
  iat: z.int(),
  exp: z.int(),
})
