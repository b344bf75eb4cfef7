/** Signs in at any of the web processes, and saves orders at all of them in turn. */
export type OrderClient = {
  /** Saves one order; resolves with its id. A process that is just being replaced is passed over. */
  saveOrder: () => Promise<string>
  subscribe: (url: string) => Promise<void>
  /** Resolves when what is under way has been answered; a load balancer waits for that before a process is stopped. */
  answered: () => Promise<void>
}

type SignIn = { email: string; password: string }

/** `origins` is read at every call, so that it may change while a restart rolls. */
export async function createOrderClient(
  origins: () => readonly string[],
  admin: SignIn,
): Promise<OrderClient> {
  const signedIn = await fetch(`${origins()[0]}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(admin),
  })
  const { token } = (await signedIn.json()) as { token: string }
  const headers = { authorization: `JWT ${token}`, 'content-type': 'application/json' }
  let turn = 0
  let underWay: Promise<unknown> = Promise.resolve()

  const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
    turn += 1
    const all = origins()
    const response = await fetch(`${all[turn % all.length]}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as { doc?: Record<string, unknown> }
    if (!response.ok || !answer.doc)
      throw new Error(`${response.status}: ${JSON.stringify(answer)}`)
    return answer.doc
  }

  return {
    saveOrder: async () => {
      const total = { amount: 20_000, currency: 'RUB' }
      const saving = post('/api/orders?locale=ru', { total })
      underWay = saving
      return String((await saving)['id'])
    },
    subscribe: async (url) => {
      await post('/api/event-subscriptions', {
        name: 'topology',
        events: ['order.created'],
        channels: [{ blockType: 'webhook', url }],
      })
    },
    answered: async () => void (await underWay),
  }
}
