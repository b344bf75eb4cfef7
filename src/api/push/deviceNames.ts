import * as z from 'zod'

/** What names a device: the address its browser was given, or its token of FCM. */
export const deviceNames = {
  endpoint: z
    .url({ protocol: /^https$/, error: 'must be an https address' })
    .max(2048)
    .transform((text) => new URL(text).href),
  token: z
    .string()
    .min(20)
    .max(4096)
    .regex(/^[\w:.-]+$/, { error: 'is not a registration token' }),
}
