import { createServer, type Server } from 'node:http'
import { type FlowEvent, verify } from '../../src/consumer.ts'

type Inbox = {
  /** Keeps a delivery; false when its id is known already. */
  remember: (deliveryId: string) => Promise<boolean>
  tell: (line: string) => void
}

/** Answers 401 to what is not genuine, 204 to an event it took or had already taken, 500 when it failed: then it comes again. */
export const eventReceiver = (secret: string, inbox: Inbox): Server =>
  createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const verdict = verify({ secret, headers: request.headers, body: Buffer.concat(chunks) })
    if (!verdict.isValid) {
      response.writeHead(401).end(verdict.reason)
      return
    }
    try {
      if (await inbox.remember(verdict.id)) handle(verdict.event, inbox.tell)
      response.writeHead(204).end()
    } catch {
      response.writeHead(500).end()
    }
  })

const handle = (event: FlowEvent, tell: Inbox['tell']): void => {
  switch (event.type) {
    case 'order.paid': {
      // `current` is typed here: a misspelt field does not compile.
      const { id, total } = event.data.current
      tell(`order ${id}: ${total?.['ru']?.amount} ${total?.['ru']?.currency} paid`)
      break
    }
    case 'product.price_changed':
      for (const { old: was, new: now, path } of event.data.prices) tell(`${path}: ${was} → ${now}`)
      break
    default:
      // Also for types that are newer than the installed package.
      tell(`not for us: ${event.type}`)
  }
}
