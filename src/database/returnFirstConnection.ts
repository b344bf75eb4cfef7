import type pg from 'pg'

/** The Postgres adapter before it has connected. */
type Connecting = { pg: typeof pg }
type ConnectCallback = Parameters<pg.Pool['connect']>[0]

/**
 * Payload's adapter takes one connection out of each pool it makes, to see that the database is there, and never gives it
 * back; when that connection breaks, it may take another. This gives the first connection of every pool back,
 * closed, so that the listener Payload put on it goes too. Call it before the adapter connects.
 */
export function returnFirstConnection(adapter: object): void {
  const connecting = adapter as Connecting
  if (typeof connecting.pg?.Pool !== 'function') return
  const original = connecting.pg
  class ReturningPool extends original.Pool {
    #isFirst = true

    override connect(): Promise<pg.PoolClient>
    override connect(callback: ConnectCallback): void
    override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | undefined {
      if (callback) {
        super.connect(callback)
        return undefined
      }
      const connected = super.connect()
      if (this.#isFirst) connected.then(giveBack, () => undefined)
      this.#isFirst = false
      return connected
    }
  }
  // The other members stay the original's, some of them made on first use.
  connecting.pg = Object.create(original, { Pool: { value: ReturningPool, enumerable: true } })
}

/** A moment later: Payload puts its listener on the connection first. */
function giveBack(client: pg.PoolClient): void {
  setImmediate(() => client.release(true))
}
