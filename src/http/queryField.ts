import * as z from 'zod'

/** Postgres has no NUL in text. */
const text = z
  .string()
  .max(200)
  .refine((given) => !given.includes('\0'), {
    error: 'must not hold NUL characters',
  })

/** Kinds of parameters of an address; each of them text until parsed. */
export const queryField = {
  text: text.optional(),
  /** `a`, `a,b` or the parameter more than once: a list. */
  list: z
    .union([z.string(), z.array(z.string())])
    .transform((given) =>
      [given]
        .flat()
        .flatMap((part) => part.split(','))
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(text).max(50))
    .optional(),
  /** `2026-11-21` or `2026-11-21T10:00:00Z`, read as UTC when there is no zone. */
  time: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], {
      error: 'must be a date or a time such as 2026-11-21 or 2026-11-21T10:00:00Z',
    })
    .transform((given) => new Date(given))
    .optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
  locale: z.string().max(20).optional(),
}
