/** Name of the group of fields that holds a channel's account: `web-push` is kept under `webPush`. */
export function accountGroup(channel: string): string {
  return channel.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
