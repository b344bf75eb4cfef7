import * as z from 'zod'

import {
  isReservedHeader,
  isValidHeader,
  mappingField,
  optionalText,
  yesOrNo,
} from '../../../src/index.ts'
import { readStatusSet } from './readStatusSet.ts'

const maxTemplate = 64 * 1024
const choice = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  usual: Values[number],
) => z.preprocess((value) => value ?? usual, z.enum(values))

const headers = z.record(z.string(), z.string().max(4096)).superRefine((given, context) => {
  for (const [name, value] of Object.entries(given)) {
    if (isReservedHeader(name) || !isValidHeader(name, value))
      context.addIssue({ code: 'custom', path: [name], message: `${name}: not allowed here` })
  }
})

/** What the form of an HTTP request holds, without the secrets. `url` and `body` are Liquid templates. */
export const httpRequestTarget = z.object({
  method: choice(['POST', 'PUT', 'PATCH', 'DELETE', 'GET'], 'POST'),
  url: z.string().trim().min(1).max(4096),
  headers: z.preprocess((value) => value ?? {}, headers),
  /** What is sent: the event itself, mapped fields as JSON or as a form, a template, or nothing. */
  bodyKind: choice(['event', 'json', 'form', 'template', 'none'], 'event'),
  mapping: mappingField,
  body: optionalText(maxTemplate),
  /** Of a template; decides how values are escaped in it. */
  contentType: optionalText(200).transform((text) => text ?? 'application/json'),
  auth: choice(['none', 'basic', 'bearer', 'hmac'], 'none'),
  username: optionalText(200),
  hmacHeader: optionalText(100).transform((text) => text ?? 'x-signature'),
  hmacAlgorithm: choice(['sha256', 'sha512', 'sha1'], 'sha256'),
  hmacEncoding: choice(['hex', 'base64'], 'hex'),
  /** Stands before the signature, such as `sha256=`. */
  hmacPrefix: z.preprocess((value) => value ?? '', z.string().max(50)),
  /** Statuses of success. */
  expectedStatus: optionalText(200)
    .transform((text) => text ?? '200-299')
    .refine((text) => readStatusSet(text) !== null, {
      error: 'Give statuses such as 200-299 or 200, 201, 409.',
    }),
  /** Path in a JSON answer, such as `result.ok`. */
  answerPath: optionalText(300),
  answerEquals: optionalText(1000),
  /** What an answer that does not say so means: a refusal for good, or one that may heal. */
  isAnswerFinal: yesOrNo,
  /** Refusals such as 404 are tried again too. */
  isRefusalRetried: yesOrNo,
  timeoutSeconds: z.preprocess((value) => value ?? 15, z.number().min(1).max(30)),
})

/** A parsed form. */
export type HttpRequestTarget = z.output<typeof httpRequestTarget>
