import { Client } from 'pg'

/** Runs `work` on one connection of its own and closes it; `timeoutMs` bounds connecting and each query. */
export const withClient = async <Result>({
  url,
  work,
  timeoutMs = 5_000,
}: {
  url: string
  work: (client: Client) => Promise<Result>
  timeoutMs?: number
}): Promise<Result> => {
  const client = new Client({
    connectionString: url,
    application_name: 'flowmasters setup',
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
  })
  // Without a listener a connection that dies between two queries ends the whole process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
