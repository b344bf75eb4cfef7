/** Characters that a notification may have. */
export const inboxLimits = { title: 200, text: 2_000, link: 2_000 } as const
