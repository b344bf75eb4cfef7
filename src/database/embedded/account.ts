/** The operating system account the server runs under; `undefined` where it is our own. */
export type Account = { uid: number; gid: number; name: string }
