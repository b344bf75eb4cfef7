import type { Config } from 'payload'

/** Slug of the collection whose users sign in to the admin, found as Payload itself does. */
export function usersOf({ admin, collections = [] }: Config): string {
  return admin?.user ?? collections.find(({ auth }) => Boolean(auth))?.slug ?? 'users'
}
