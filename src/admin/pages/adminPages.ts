/** Pages of ours in the admin, below its own address. */
export const adminPages = { catalogue: '/event-catalogue', outbox: '/mail-outbox' } as const
