import type { BrowserContext, Page } from 'playwright-core'

import type { TelegramFake } from '../../support/fakes/telegram/startTelegramFake.ts'
import type { Receiver } from './startReceiver.ts'

/** What every step works with. */
export type World = {
  page: Page
  context: BrowserContext
  baseUrl: string
  /** Where the application keeps its database. */
  dataDir: string
  admin: { email: string; password: string }
  receiver: Receiver
  telegram: TelegramFake
  /** What a step leaves for later ones: ids of subscriptions and deliveries by a name. */
  ids: Map<string, string>
}

/** One thing a person does and what must come of it; throws when it does not. */
export type Step = { name: string; run: (world: World) => Promise<void> }
