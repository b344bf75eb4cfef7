import { setTimeout as delay } from 'node:timers/promises'
import type { Payload } from 'payload'

import { type RunningWorker, startWorker } from '../../../src/plugin/startWorker.ts'
import { bootEngine } from './bootEngine.ts'
import { carryOut } from './carryOut.ts'
import { armKillPoint } from './killPoint.ts'
import type { Command, Report, WriteOptions } from './messages.ts'

/** A process that works or writes when told to, and dies when it must: `child.ts <setup as JSON>`. */
const report = (message: Report): void => void process.send?.(message)
const payload = await bootEngine(JSON.parse(process.argv[2] ?? '{}'))
let worker: RunningWorker | undefined
let isWriting = false

async function write(options: WriteOptions): Promise<void> {
  const {
    amount = 1_000,
    orders = Number.POSITIVE_INFINITY,
    paidShare = 0.5,
    pauseMs = 0,
  } = options
  isWriting = true
  for (let number = 0; isWriting && number < orders; number += 1) {
    try {
      const documentId = await createOrder(payload, amount)
      report({ type: 'committed', documentId, isPaid: false })
      if (number % 10 < paidShare * 10) {
        await payload.update({ collection: 'orders', id: documentId, data: { status: 'paid' } })
        report({ type: 'committed', documentId, isPaid: true })
      }
    } catch (error) {
      // The database may be away: what was not confirmed does not count.
      report({ type: 'refused', reason: error instanceof Error ? error.message : String(error) })
      await delay(100)
    }
    if (pauseMs > 0) await delay(pauseMs)
  }
  report({ type: 'stoppedWriting' })
}

async function createOrder(target: Payload, amount: number): Promise<string> {
  const data = { total: { amount, currency: 'RUB' as const } }
  const order = await target.create({ collection: 'orders', locale: 'ru', data, draft: false })
  return String(order.id)
}

async function obey(command: Command): Promise<void> {
  switch (command.type) {
    case 'arm':
      armKillPoint(command.point)
      return report({ type: 'armed' })
    case 'work':
      worker = await startWorker(payload, { leaseMs: 3_000, pollMs: 200, ...command.options })
      return report({ type: 'working', workerId: worker.id })
    case 'stopWork':
      await worker?.stop()
      return report({ type: 'stoppedWork' })
    case 'write':
      return write(command.options)
    case 'stopWriting':
      isWriting = false
      return
    case 'carryOut':
      return report({ type: 'carriedOut', count: await carryOut(payload, command.task) })
  }
}

process.on('message', (command: Command) => {
  obey(command).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    process.exit(70)
  })
})
// The parent is gone: nobody is left to be tested.
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => {
  void Promise.resolve(worker?.stop()).then(() => process.exit(0))
})
report({ type: 'ready' })
