const EVERY_MS = 20
const PATIENCE_MS = 30_000

/** Resolves when the answer is yes; throws when it stays no for 30 s. */
export async function waitFor(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
}
