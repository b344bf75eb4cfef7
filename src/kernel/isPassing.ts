/**
 * Whether an error of the database heals by itself: connections, resources, locks and transactions that were lost (classes of
 * SQLSTATE), and the errors of sockets.
 */
export function isPassing(error: unknown): boolean {
  const code = error instanceof Error ? Reflect.get(error, 'code') : undefined
  return typeof code === 'string' && /^(?:(?:08|40|53|55|57)\w{3}|E[A-Z]+)$/.test(code)
}
