import * as z from 'zod'

/** A text of a form that may be left out: at most `max` characters; null when it is missing, empty or blank. */
export const optionalText = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((text) => (text === undefined || text === null || text.trim() === '' ? null : text))
