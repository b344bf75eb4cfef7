import { getPayload, type SanitizedConfig } from 'payload'

import { startEngine } from '../../src/index.ts'

/** What a process does that delivers; beside the web server or on its own, as many as wanted. */
export async function runWorker(config: Promise<SanitizedConfig>): Promise<void> {
  const payload = await getPayload({ config })
  const engine = await startEngine(payload)
  process.once('SIGTERM', () => void engine.stop())
}
