import type { Receiver } from './receiver.ts'
import { startReceiver } from './startReceiver.ts'

/** How long the one that is down stays down, from the start of the demo. */
export const downForMs = 15_000

/** The systems around the shop: one that works and every usual way not to. */
export type Receivers = Record<
  'crm' | 'warehouse' | 'accounting' | 'partner' | 'erp' | 'marketplace' | 'analytics',
  Receiver
>

/** Starts all of them. */
export async function startReceivers(): Promise<Receivers> {
  const start = startReceiver
  return {
    crm: await start({ name: 'CRM', behaviour: () => ({ status: 200 }) }),
    warehouse: await start({
      name: 'Warehouse',
      behaviour: (count) => ({ status: count % 3 === 0 ? 503 : 200 }),
    }),
    accounting: await start({
      name: 'Accounting',
      behaviour: () => ({ status: 200 }),
      opensAfterMs: downForMs,
    }),
    partner: await start({ name: 'Old partner', behaviour: () => ({ status: 410 }) }),
    erp: await start({ name: 'ERP', behaviour: () => ({ status: 202, delayMs: 1_500 }) }),
    marketplace: await start({ name: 'Marketplace', behaviour: () => ({ status: 400 }) }),
    // A port nobody listens on.
    analytics: await start({
      name: 'Analytics',
      behaviour: () => ({ status: 200 }),
      opensAfterMs: 24 * 3_600_000,
    }),
  }
}
