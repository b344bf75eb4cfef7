import type { PayloadRequest } from 'payload'

/** Anybody signed in with an account of ours; a user of a site's other collection cannot be an author or a liker. */
export const isAccount = ({ req }: { req: PayloadRequest }): boolean =>
  req.user?.collection === 'users'
