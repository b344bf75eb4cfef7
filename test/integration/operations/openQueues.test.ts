import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from '@jest/globals'

import { createQueueBoard } from '../../../src/monitoring/queue-board/createQueueBoard.ts'
import { openQueues } from '../../../src/queue/openQueues.ts'

/** Where nobody listens. */
const deadUrl = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `redis://127.0.0.1:${port}`
}

test('a Redis that was never there is reported instead of waited for', async () => {
  const open = openQueues(await deadUrl(), ['webhook'])
  await expect(open.assertThere()).rejects.toThrow()
  await open.close()
})

test('so is a Redis that is there and says nothing', async () => {
  const silent = createServer((socket) => socket.on('error', () => undefined)).listen(
    0,
    '127.0.0.1',
  )
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const open = openQueues(`redis://127.0.0.1:${port}`, ['webhook'])
  await expect(open.assertThere()).rejects.toThrow()
  await open.close()
  silent.close()
})

test('the board shows its page without Redis, and says by name what is missing for the rest', async () => {
  const basePath = '/api/events/queues'
  const board = createQueueBoard({ redisUrl: await deadUrl(), channels: ['webhook'], basePath })
  const page = await board.answer(`http://localhost${basePath}`)
  expect([page.status, page.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('text/html'),
  ])
  await expect(board.answer(`http://localhost${basePath}/api/queues`)).rejects.toMatchObject({
    code: 'FLOW_QUEUES_UNAVAILABLE',
    status: 503,
  })
  await board.close()
})
