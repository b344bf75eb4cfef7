/** How a user of the site is named where a channel knows people by their account and not by an address. */
export function userAddress(id: number | string): string {
  return `user:${id}`
}
