/** Devices written to at once: a handful, so that one message to many does not crowd out others. */
const AT_ONCE = 8

/** Sends to every device, some at a time; answers in the order of the devices. */
export async function tryDevices<Device, Result>(
  devices: readonly Device[],
  send: (device: Device) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const waiting = devices.entries()
  const work = async (): Promise<void> => {
    for (const [index, device] of waiting) results[index] = await send(device)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return results
}
