import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

import { catalogueSteps } from '../test/e2e/steps/catalogueSteps.ts'
import { credentialSteps } from '../test/e2e/steps/credentialSteps.ts'
import { consentSteps } from '../test/e2e/steps/consentSteps.ts'
import { inboxSteps } from '../test/e2e/steps/inboxSteps.ts'
import { logSteps } from '../test/e2e/steps/logSteps.ts'
import { mappingSteps } from '../test/e2e/steps/mappingSteps.ts'
import { outboxSteps } from '../test/e2e/steps/outboxSteps.ts'
import { reconcileSteps } from '../test/e2e/steps/reconcileSteps.ts'
import { pauseSteps } from '../test/e2e/steps/pauseSteps.ts'
import { pushSteps } from '../test/e2e/steps/pushSteps.ts'
import { scheduleSteps } from '../test/e2e/steps/scheduleSteps.ts'
import { shopSteps } from '../test/e2e/steps/shopSteps.ts'
import { signInSteps } from '../test/e2e/steps/signInSteps.ts'
import { subscriptionSteps } from '../test/e2e/steps/subscriptionSteps.ts'
import { templateSteps } from '../test/e2e/steps/templateSteps.ts'
import { findBrowser } from '../test/e2e/support/findBrowser.ts'
import { startApplication } from '../test/e2e/support/startApplication.ts'
import { startReceiver } from '../test/e2e/support/startReceiver.ts'
import { startTelegramFake } from '../test/support/fakes/telegram/startTelegramFake.ts'
import type { Step, World } from '../test/e2e/support/world.ts'

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const resultsDir = path.join(projectDir, 'test-results')
const STEP_TIMEOUT_MS = 60_000

const steps: Step[] = [
  ...signInSteps,
  ...subscriptionSteps,
  ...logSteps,
  ...pauseSteps,
  ...credentialSteps,
  ...catalogueSteps,
  ...outboxSteps,
  ...shopSteps,
  ...scheduleSteps,
  ...reconcileSteps,
  ...inboxSteps,
  ...pushSteps,
  ...templateSteps,
  ...mappingSteps,
  ...consentSteps,
]

/** Drives the built application in a real browser, step by step, and leaves a picture of every step that failed. */
async function runE2e(): Promise<number> {
  await rm(resultsDir, { recursive: true, force: true })
  const executablePath = findBrowser(process.env)
  const telegram = await startTelegramFake()
  const application = await startApplication(projectDir, { telegramUrl: telegram.url })
  const receiver = await startReceiver()
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const context = await browser.newContext({
      locale: 'en-US',
      viewport: { width: 1440, height: 1000 },
    })
    const page = await context.newPage()
    page.setDefaultTimeout(STEP_TIMEOUT_MS)
    const { admin, baseUrl, dataDir } = application
    return await runSteps({
      admin,
      baseUrl,
      dataDir,
      context,
      ids: new Map(),
      page,
      receiver,
      telegram,
    })
  } finally {
    await browser.close()
    await receiver.stop()
    await telegram.close()
    await application.stop()
  }
}

async function runSteps(world: World): Promise<number> {
  let failed = 0
  for (const [index, { name, run }] of steps.entries()) {
    try {
      await run(world)
      console.log(`ok   ${name}`)
    } catch (error) {
      failed += 1
      console.log(`FAIL ${name}\n${error instanceof Error ? error.message : String(error)}`)
      await mkdir(resultsDir, { recursive: true })
      const picture = path.join(resultsDir, `step-${index + 1}.png`)
      await world.page.screenshot({ path: picture, fullPage: true })
      console.log(`     picture: test-results/step-${index + 1}.png at ${world.page.url()}`)
    }
  }
  console.log(`${steps.length - failed} passed, ${failed} failed`)
  return failed
}

process.exitCode = (await runE2e()) > 0 ? 1 : 0
