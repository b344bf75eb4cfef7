import { FlowError } from '../../kernel/flowError.ts'
import { type OpenQueues, openQueues } from '../../queue/openQueues.ts'

/** Bull Board over the queues in Redis. Who may look is asked before it is. */
export type QueueBoard = {
  /** A page, a file of the page, or what the page asks. Reading only. */
  answer: (url: string) => Promise<Response>
  close: () => Promise<void>
}

/** Where the board stands and what it shows. */
export type QueueBoardOptions = {
  redisUrl: string
  channels: readonly string[]
  /** Path of the page: `/api/events/queues`. */
  basePath: string
}

/** Nothing is loaded or connected before the first look: most processes never show the board. */
export function createQueueBoard({ basePath, channels, redisUrl }: QueueBoardOptions): QueueBoard {
  let loading: Promise<{ open: OpenQueues; fetch: BoardApp }> | undefined
  const load = async () => {
    const { bullBoardApp } = await import('./bullBoardApp.ts')
    const open = openQueues(redisUrl, channels)
    return { open, fetch: bullBoardApp({ basePath, queues: open.queues }) }
  }
  return {
    answer: async (url) => {
      loading ??= load()
      const { fetch, open } = await loading
      const address = new URL(url)
      // One address per page, with a slash at the end or without.
      address.pathname = address.pathname.replace(/\/+$/, '')
      // Pages and their files need no Redis.
      if (address.pathname.startsWith(`${basePath}/api/`)) {
        await open.assertThere().catch((cause: unknown) => {
          throw redisAway(cause)
        })
      }
      return fetch(new Request(address))
    },
    close: async () => (await loading)?.open.close(),
  }
}

type BoardApp = (request: Request) => Promise<Response>

function redisAway(cause: unknown): FlowError {
  return new FlowError({
    code: 'FLOW_QUEUES_UNAVAILABLE',
    message: 'the queues cannot be read: Redis does not answer',
    hint: 'Deliveries go on through the table meanwhile; look at GET /api/health.',
    status: 503,
    cause,
  })
}
