import { describe, expect, jest, test } from '@jest/globals'
import { createShutdown } from '../../../src/app-server/createShutdown.ts'
import { shutdownHooks } from '../../../src/app-server/shutdownHooks.ts'

const quiet = () => undefined
const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet }

const setUp = (deadlineMs = 60_000) => {
  const codes: number[] = []
  let time = 0
  const shutdown = createShutdown({
    logger,
    deadlineMs,
    exit: (code) => codes.push(code),
    now: () => time,
  })
  return { codes, shutdown, pass: (ms: number) => (time += ms) }
}
const hang = () => new Promise<void>(() => undefined)

describe('the end of the process', () => {
  test('stops in the opposite order of the start, one after another', async () => {
    const { codes, shutdown } = setUp()
    const order: string[] = []
    for (const name of ['database', 'payload', 'web']) {
      shutdown.add(name, async () => {
        order.push(`${name} begins`)
        await Promise.resolve()
        order.push(`${name} ends`)
      })
    }
    await shutdown.run(0)
    expect(order).toEqual([
      'web begins',
      'web ends',
      'payload begins',
      'payload ends',
      'database begins',
      'database ends',
    ])
    expect(codes).toEqual([0])
  })

  test('a step that fails does not keep the database from being stopped', async () => {
    const { codes, shutdown } = setUp()
    const stopDatabase = jest.fn(async () => undefined)
    shutdown.add('database', stopDatabase)
    shutdown.add('web', () => Promise.reject(new Error('no')))
    await shutdown.run(1)
    expect(stopDatabase).toHaveBeenCalledTimes(1)
    expect(codes).toEqual([1])
  })

  test('happens once', async () => {
    const { codes, shutdown } = setUp()
    const stop = jest.fn(async () => undefined)
    shutdown.add('web', stop)
    await Promise.all([shutdown.run(0), shutdown.run(1)])
    expect(stop).toHaveBeenCalledTimes(1)
    expect(codes).toEqual([0])
  })

  test('does not wait for ever', async () => {
    const { codes, shutdown } = setUp(1)
    shutdown.add('web', hang)
    void shutdown.run(0)
    while (codes.length === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(codes).toEqual([1])
  })

  test('the second Ctrl-C ends at once, the copy of the first one that npm sends does not', () => {
    const { codes, shutdown, pass } = setUp()
    shutdown.add('web', hang)
    shutdown.onSignal('SIGINT')
    pass(100)
    shutdown.onSignal('SIGINT')
    expect(codes).toEqual([])
    pass(1_000)
    shutdown.onSignal('SIGINT')
    expect(codes).toEqual([130])
  })

  test('what comes up while the process leaves goes down at once', async () => {
    const { shutdown } = setUp()
    await shutdown.run(0)
    const stop = jest.fn(async () => undefined)
    shutdown.add('late', stop)
    expect(stop).toHaveBeenCalledTimes(1)
  })

  test('hooks are the same list for every copy of the module', () => {
    const hook = async () => undefined
    shutdownHooks().push(hook)
    expect(Reflect.get(globalThis, Symbol.for('flowmasters.shutdown'))).toEqual([hook])
  })
})
