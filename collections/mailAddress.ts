import * as z from 'zod'

/** A part of a domain that ends in a hyphen: zod lets it pass, Payload's own check of an e-mail does not. */
const badDomain = /@.*-\./

/**
 * An address that a request brings along and that a field of type `email` takes. The e-mail channel has a check of its own,
 * which also minds what can be smuggled into headers.
 */
export const mailAddress = z
  .email({ error: 'must be an e-mail address' })
  .max(254)
  .refine((text) => !badDomain.test(text), { error: 'must be an e-mail address' })
