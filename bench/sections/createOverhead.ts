import type { Payload } from 'payload'

import { type BenchCluster, bootBenchPayload } from '../support/benchDatabase.ts'
import { median, shown } from '../support/statistics.ts'

/** (a) What capture costs a `payload.create`: creates per second with it, without it, and the ratio. */
export async function createOverhead(
  cluster: BenchCluster,
  { rounds, perRound }: { rounds: number; perRound: number },
): Promise<object[]> {
  const plain = await bootBenchPayload({
    databaseUrl: await cluster.newDatabase('plain'),
    withCapture: false,
  })
  const captured = await bootBenchPayload({ databaseUrl: await cluster.newDatabase('captured') })
  const rows: object[] = []
  const cases = Object.keys(documents).flatMap((kind) =>
    [1, 16].map((concurrency) => ({ kind: kind as DocumentKind, concurrency })),
  )
  for (const { kind, concurrency } of cases) {
    const ratios: number[] = []
    const rates: [number[], number[]] = [[], []]
    await createMany(plain, { kind, count: perRound, concurrency })
    await createMany(captured, { kind, count: perRound, concurrency })
    for (let round = 0; round < rounds; round += 1) {
      // In turn, and the order swapped, so that drift of the machine hits both.
      const first = round % 2 === 0 ? plain : captured
      const second = first === plain ? captured : plain
      const one = await createMany(first, { kind, count: perRound, concurrency })
      const two = await createMany(second, { kind, count: perRound, concurrency })
      const [without, withCapture] = first === plain ? [one, two] : [two, one]
      rates[0].push(without)
      rates[1].push(withCapture)
      ratios.push(withCapture / without)
    }
    rows.push({
      section: 'a create',
      what: `payload.create, ${kind}, concurrency ${concurrency}`,
      'without/s': shown(median(rates[0])),
      'with/s': shown(median(rates[1])),
      ratio: shown(median(ratios)),
      aim: 0.85,
    })
  }
  return rows
}

/** A large document (localised total, two lines, a number of its own) and a small one. */
const documents = {
  order: (payload: Payload) =>
    payload.create({
      collection: 'orders',
      locale: 'ru',
      depth: 0,
      data: {
        total: { amount: 20_000, currency: 'RUB' },
        customerEmail: 'anna@example.test',
        items: [
          { title: 'Чай', quantity: 2, price: { amount: 5_000, currency: 'RUB' } },
          { title: 'Чашка', quantity: 1, price: { amount: 10_000, currency: 'RUB' } },
        ],
      },
    }),
  lead: (payload: Payload) =>
    payload.create({
      collection: 'leads',
      depth: 0,
      data: { name: 'Anna', email: 'anna@example.test' },
    }),
}
type DocumentKind = keyof typeof documents

async function createMany(
  payload: Payload,
  { concurrency, count, kind }: { concurrency: number; count: number; kind: DocumentKind },
): Promise<number> {
  let left = count
  const startedAt = performance.now()
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      await documents[kind](payload)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  return (count / (performance.now() - startedAt)) * 1_000
}
