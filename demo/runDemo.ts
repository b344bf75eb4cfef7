import { holds } from './check/check.ts'
import { crossCheck } from './check/crossCheck.ts'
import type { Evidence } from './check/evidence.ts'
import { catalogue } from './day/catalogue.ts'
import { createApi } from './day/createApi.ts'
import { createStage } from './day/createStage.ts'
import { createSubscriptions } from './day/createSubscriptions.ts'
import { integration } from './day/integration.ts'
import { orders } from './day/orders.ts'
import { firstAdmin, people, staff } from './day/people.ts'
import { runSteps } from './day/runSteps.ts'
import type { Step } from './day/step.ts'
import { demoSubscriptions } from './day/subscriptions.ts'
import { readLog } from './log/readLog.ts'
import { readStats } from './log/readStats.ts'
import { waitUntilSettled } from './log/waitUntilSettled.ts'
import { eventLegend, eventLine } from './print/eventLine.ts'
import { printTables } from './print/printTables.ts'
import { type Mailbox, startMailbox } from './receivers/startMailbox.ts'
import { type Receivers, startReceivers } from './receivers/startReceivers.ts'
import { type Shop, startShop } from './shop/startShop.ts'

/** How the demo talks. */
export type DemoOptions = {
  /** Only tables. */
  isQuiet: boolean
  write: (line: string) => void
}

type World = { shop: Shop; mailbox: Mailbox; receivers: Receivers }

/** A shop's day through the real API. Answers whether log and receivers agree about it. */
export async function runDemo(options: DemoOptions): Promise<boolean> {
  const say = options.isQuiet ? () => {} : options.write
  say('Starting Postgres, the shop, its engine, a mail server and seven receivers …')
  const mailbox = await startMailbox()
  const shop = await startShop({ smtpUrl: mailbox.url })
  const receivers = await startReceivers()
  try {
    return await runDay({ shop, mailbox, receivers }, { ...options, say })
  } finally {
    await shop.stop()
    await Promise.all([mailbox, ...Object.values(receivers)].map((part) => part.stop()))
  }
}

async function runDay(
  { mailbox, receivers, shop }: World,
  { say, write }: DemoOptions & { say: (line: string) => void },
): Promise<boolean> {
  const startedAt = Date.now()
  const seconds = (): string => ((Date.now() - startedAt) / 1_000).toFixed(3).padStart(7)
  const stage = createStage({ api: createApi(shop.url), receivers })
  const steps = [...people, ...catalogue, ...orders, ...integration]
  const before = [firstAdmin, ...staff]
  let operations = 0
  const report = ({ what, expect }: Pick<Step, 'what' | 'expect'>, status: number): void => {
    operations += 1
    say(`+${seconds()} s  ${status}  ${what.padEnd(62)} ${expect.join(', ') || '–'}`)
  }

  say(`\nOPERATIONS over ${shop.url}/api, and the events each must mean`)
  await runSteps(before, stage, report)
  const entries = await createSubscriptions(stage, demoSubscriptions(receivers), (name) =>
    report({ what: `subscription «${name}»`, expect: [] }, 201),
  )
  await runSteps(steps, stage, report)
  await waitUntilSettled(stage, (waiting) => {
    say(`+${seconds()} s       waiting for ${waiting} deliveries`)
  })

  const evidence: Evidence = {
    entries,
    log: await readLog(stage),
    stats: await readStats(stage),
    requests: Object.values(receivers).flatMap(({ requests }) => requests),
    mails: mailbox.mails,
    expectedTypes: [...before, ...steps].flatMap(({ expect }) => expect),
    eventsBefore: before.flatMap(({ expect }) => expect).length,
    retried: stage.get('retried'),
  }
  say(`\nEVENT BY EVENT (${eventLegend})`)
  for (const event of evidence.log.events) say(eventLine(event, evidence.log, startedAt))
  const checks = crossCheck(evidence)
  printTables(evidence, checks, write)
  const isRight = checks.every(holds)
  write(`\n${summary(operations, evidence)} in ${seconds().trim()} s: ${verdict(isRight)}`)
  return isRight
}

const summary = (operations: number, { log: { attempts, deliveries, events } }: Evidence): string =>
  `${operations} operations, ${events.length} events, ${deliveries.length} deliveries, ${attempts.length} attempts`

const verdict = (isRight: boolean): string =>
  isRight ? 'log and receivers agree.' : 'LOG AND RECEIVERS DISAGREE, see the cross-check.'
