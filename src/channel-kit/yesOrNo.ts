import * as z from 'zod'

/** A switch of a form; one that was never touched is off. */
export const yesOrNo = z.preprocess((value) => value ?? false, z.boolean())
