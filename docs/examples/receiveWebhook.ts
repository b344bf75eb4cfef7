import { createServer, type Server } from 'node:http'
import { Webhook } from 'standardwebhooks'

type Receiving = { secret: string; store: (deliveryId: string, event: unknown) => Promise<void> }

/** Answers 401 to what is not genuine, 204 when it is stored, 500 when it could not be: then it comes again. */
export const webhookReceiver = ({ secret, store }: Receiving): Server =>
  createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString('utf8')
    const headers = Object.fromEntries(Object.entries(request.headers).map(([k, v]) => [k, `${v}`]))
    let status = 401
    try {
      const event = new Webhook(secret).verify(body, headers)
      status = 500
      await store(headers['webhook-id'] ?? '', event)
      status = 204
    } catch {
      // The status says what went wrong.
    }
    response.writeHead(status).end()
  })
