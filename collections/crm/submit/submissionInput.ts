import * as z from 'zod'

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((given) => !given.includes('\0'), { error: 'must not hold NUL characters' })
const mark = text(500).optional()

/** Body of `POST /api/forms/:id/submit`. */
export const submissionInput = z.strictObject({
  /** Answers by the names of the questions. */
  values: z.record(z.string().max(200), z.unknown()),
  /** From the form's definition; needed where the form has a shortest time. */
  token: text(2000).optional(),
  /** Address of the page, with its marks. */
  page: text(2000).optional(),
  referrer: text(2000).optional(),
  utm: z
    .strictObject({
      source: mark,
      medium: mark,
      campaign: mark,
      content: mark,
      term: mark,
      fbclid: mark,
      gclid: mark,
      yclid: mark,
    })
    .optional(),
})
