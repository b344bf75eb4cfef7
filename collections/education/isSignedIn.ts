import type { PayloadRequest } from 'payload'

/** Anybody with an account. */
export const isSignedIn = ({ req }: { req: PayloadRequest }): boolean => Boolean(req.user)
