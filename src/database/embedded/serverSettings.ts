/** Values of postgresql.conf by name. */
export type ServerSettings = Record<string, string | number | boolean>

/** Durable on a small machine; `port` and the addresses are ours and cannot be overridden. */
const defaults: ServerSettings = {
  fsync: true,
  synchronous_commit: true,
  full_page_writes: true,
  shared_buffers: '128MB',
  max_connections: 200,
  wal_compression: 'pglz',
  max_wal_size: '1GB',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_min_messages: 'warning',
  log_line_prefix: '%m [%p] %a ',
  // A client whose host vanished must not keep row locks for the two hours of the system default.
  tcp_keepalives_idle: 60,
  tcp_keepalives_interval: 10,
  tcp_keepalives_count: 3,
}

const formatValue = (value: string | number | boolean): string => {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}

/** The text of the configuration file written at every start. */
export const serverSettings = ({
  port,
  overrides,
}: {
  port: number
  overrides: ServerSettings
}): string => {
  const settings: ServerSettings = {
    ...defaults,
    ...overrides,
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${formatValue(value)}`)
  return ['# Written by FlowMasters at every start; changes here are lost.', ...lines, ''].join(
    '\n',
  )
}
