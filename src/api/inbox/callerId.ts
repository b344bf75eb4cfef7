import type { PayloadRequest } from 'payload'

/** Whose inbox it is; `inboxAccess` has let in nobody without an account. */
export const callerId = ({ user }: Pick<PayloadRequest, 'user'>): string => String(user?.id)
