import type { Attempt } from '../channels/attempt.ts'
import type { PushDevice } from '../channels/pushDevice.ts'
import type { DeviceBook } from './deviceBook.ts'

/**
 * Passes on what a try learnt of its devices, and of no others. The answer stands, whether or not it could be remembered:
 * the next one will say the same.
 */
export async function recordDevices(
  book: DeviceBook | undefined,
  { devices: report }: Attempt,
  handed: readonly PushDevice[],
): Promise<void> {
  if (book === undefined || report === undefined) return
  const known = new Set(handed.map(({ id }) => id))
  const ofThese = (ids: readonly string[]): string[] => ids.filter((id) => known.has(id))
  await book
    .record({ reached: ofThese(report.reached), gone: ofThese(report.gone) })
    .catch(() => {})
}
