import { afterEach, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { Agent, get, type IncomingMessage, request as open } from 'node:http'
import { connect } from 'node:net'

import { checkPort } from '../../../src/app-server/checkPort.ts'
import {
  serveRequests,
  type ServeRequestsOptions,
  type WebServer,
} from '../../../src/app-server/serveRequests.ts'

const running: WebServer[] = []
afterEach(() => Promise.all(running.splice(0).map((server) => server.stop())))

const serve = async (options: Partial<ServeRequestsOptions> = {}): Promise<WebServer> => {
  const server = await serveRequests({
    port: 0,
    trustedProxies: 0,
    handle: async (_request, response) => void response.end('ok'),
    ...options,
  })
  running.push(server)
  return server
}
type Answer = { status: number; body: string }
const ask = (port: number, headers: Record<string, string> = {}, agent?: Agent): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = get({ port, host: '127.0.0.1', headers, agent: agent ?? false }, (response) => {
      read(response).then(resolve, reject)
    })
    asked.on('error', reject)
  })
const read = async (response: IncomingMessage): Promise<Answer> => {
  let body = ''
  for await (const chunk of response) body += String(chunk)
  return { status: response.statusCode ?? 0, body }
}
/** A handler that answers when it is told to. */
const slowHandler = () => {
  let finish = (): void => undefined
  let begin = (): void => undefined
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const handle: ServeRequestsOptions['handle'] = async (_request, response) => {
    begin()
    await finished
    response.end('late')
  }
  return { handle, begun, finish: () => finish() }
}

describe('stopping', () => {
  test('a request under way is answered, a new one is refused', async () => {
    const slow = slowHandler()
    const server = await serve({ handle: slow.handle })
    const asked = ask(server.port)
    await slow.begun
    const stopped = server.stop()
    await expect(ask(server.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    slow.finish()
    expect(await asked).toEqual({ status: 200, body: 'late' })
    await stopped
  })

  test('connections that only wait are no reason to wait', async () => {
    const server = await serve({ drainMs: 60_000 })
    const agent = new Agent({ keepAlive: true })
    await ask(server.port, {}, agent)
    await server.stop()
    agent.destroy()
  })

  test('who does not come to an end is cut off', async () => {
    const slow = slowHandler()
    const server = await serve({ handle: slow.handle, drainMs: 50 })
    const asked = ask(server.port)
    const outcome = expect(asked).rejects.toMatchObject({ code: 'ECONNRESET' })
    await slow.begun
    await server.stop()
    await outcome
    slow.finish()
  })

  test('so is a caller that never finishes its question', async () => {
    const server = await serve({ drainMs: 50 })
    const socket = connect(server.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf')
    socket.resume()
    const closed = once(socket, 'close')
    await server.stop()
    await closed
  })
})

describe('a handler that fails', () => {
  test('is a 500, and the next request is served', async () => {
    let isFirst = true
    const server = await serve({
      handle: async (_request, response) => {
        if (isFirst) {
          isFirst = false
          throw new Error('private words')
        }
        response.end('ok')
      },
    })
    expect(await ask(server.port)).toEqual({ status: 500, body: '' })
    expect(await ask(server.port)).toEqual({ status: 200, body: 'ok' })
  })

  test('in the middle of an answer ends the answer', async () => {
    const server = await serve({
      handle: async (_request, response) => {
        response.write('half')
        throw new Error('no')
      },
    })
    expect(await ask(server.port)).toEqual({ status: 200, body: 'half' })
  })
})

describe('the port', () => {
  test('taken: said with the number and a way out', async () => {
    const { port } = await serve()
    const taken = {
      code: 'FLOW_APP_PORT_TAKEN',
      details: { port },
      hint: expect.stringContaining(`PORT=${port + 1}`),
    }
    await expect(serve({ port })).rejects.toMatchObject(taken)
    await expect(checkPort(port)).rejects.toMatchObject(taken)
  })

  test('impossible: said too', async () => {
    await expect(checkPort(70_000)).rejects.toThrow('70000')
  })

  test('free: looked at and left free', async () => {
    const { port, stop } = await serve()
    await stop()
    await checkPort(port)
    await expect(ask(port)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})

describe("the caller's address", () => {
  const seenBy = async (trustedProxies: number, header?: string): Promise<string> => {
    const server = await serve({
      trustedProxies,
      handle: async (request, response) => {
        response.end(String(request.headers['x-forwarded-for']).replace('::ffff:', ''))
      },
    })
    return (await ask(server.port, header === undefined ? {} : { 'x-forwarded-for': header })).body
  }

  test.each([
    [0, undefined, '127.0.0.1'],
    [0, '6.6.6.6', '127.0.0.1'],
    [1, undefined, '127.0.0.1'],
    [1, '9.9.9.9', '9.9.9.9'],
    [1, '6.6.6.6, 9.9.9.9', '9.9.9.9'],
    [2, '6.6.6.6, 9.9.9.9, 10.0.0.1', '9.9.9.9'],
    [1, ' , ,9.9.9.9 ', '9.9.9.9'],
    [1, '', '127.0.0.1'],
  ])('behind %d proxies, told %p: %s', async (proxies, header, address) => {
    expect(await seenBy(proxies, header)).toBe(address)
  })

  test('two headers are one list', async () => {
    const server = await serve({
      trustedProxies: 1,
      handle: async (request, response) => {
        response.end(String(request.headers['x-forwarded-for']))
      },
    })
    const asked = open({ port: server.port, host: '127.0.0.1', agent: false })
    asked.setHeader('x-forwarded-for', ['6.6.6.6', '9.9.9.9'])
    asked.end()
    const [response] = await once(asked, 'response')
    expect((await read(response)).body).toBe('9.9.9.9')
  })
})
