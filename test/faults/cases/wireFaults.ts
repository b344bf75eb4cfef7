import { setTimeout as delay } from 'node:timers/promises'

import { startTcpProxy, type TcpProxy } from '../../support/flow/startTcpProxy.ts'
import { concludeCase } from '../support/concludeCase.ts'
import { diedOfIt } from '../support/diedOfIt.ts'
import type { FaultCase } from '../support/faultCase.ts'

const SLOW_MS = 100
const WRITERS = 2

/** The way to Postgres is cut, hangs, or is slow, for some processes and not for others. */
export const wireFaults: FaultCase = {
  name: 'wire',
  title:
    'connection to Postgres cut, hanging and slow under load, for one worker and one writer of two',
  run: async (world) => {
    const { atEnd, cluster, losses, random, settings, sink, startChild } = world
    const awayMs = settings.away * 1_000
    const { host, hostname, port } = new URL(cluster.url)
    const proxy = await startTcpProxy({ host: hostname, port: Number(port) })
    atEnd(proxy.close)
    const databaseUrl = cluster.url.replace(host, `127.0.0.1:${proxy.port}`)
    sink.answer(() => ({ status: 200, delayMs: random() * 50 }))
    const writers = [await startChild(), await startChild({ databaseUrl })]
    const workers = [await startChild(), await startChild({ databaseUrl })]
    for (const worker of workers) await worker.work()
    const written = writers.map((writer) => writer.write({ pauseMs: 10 }))
    for (const fault of faultsOf(proxy)) {
      await delay(2_000)
      await losses.noteAll()
      await fault()
      await delay(awayMs)
      // What the others have taken over meanwhile comes back with the connection, and is refused.
      await losses.noteAll()
      proxy.delayBy(0)
      await proxy.mend()
      await losses.noteAll()
    }
    await delay(2_000)
    for (const writer of writers) writer.stopWriting()
    await Promise.all(written)
    const commits = writers.flatMap((writer) => writer.commits)
    return concludeCase(world, {
      rounds: faultsOf(proxy).length,
      commits,
      problems: diedOfIt([...workers, ...writers]),
      mayVanish: WRITERS * faultsOf(proxy).length,
    })
  },
}

const faultsOf = (proxy: TcpProxy): (() => void | Promise<void>)[] => [
  () => proxy.cut(),
  () => proxy.freeze(),
  () => proxy.delayBy(SLOW_MS),
]
