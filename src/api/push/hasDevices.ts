import type { Access } from 'payload'

/** Who may have devices: people of the admin's user collection, staff and customers alike. */
export const hasDevices: Access = ({ req }) =>
  req.user?.collection === req.payload.config.admin.user
