/** `host:port/name` of a connection string, for logs: never user or password. */
export const describeDatabase = (url: string): string => {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname || 'localhost'}:${port || '5432'}${pathname}`
  } catch {
    return 'the configured address'
  }
}
