/** Id of the row that keeps a receiver's health; SQL makes the same one. */
export function receiverId(entry: { subscriptionId: string; channelEntry: string }): string {
  return `${entry.subscriptionId}/${entry.channelEntry}`
}
