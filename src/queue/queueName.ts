/** Name of a channel's queue in Redis. */
export function queueName(channel: string): string {
  return `deliveries-${channel}`
}
