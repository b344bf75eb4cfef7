import type { Access } from 'payload'

/** Everybody who may have notifications: accounts of the collection that signs in to the admin, customers too. */
export const inboxAccess: Access = ({ req }) =>
  req.user?.collection === req.payload.config.admin.user
