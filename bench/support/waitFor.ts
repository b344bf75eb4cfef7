/** Asks until the answer is yes. */
export async function waitFor(isTrue: () => Promise<boolean>, everyMs = 50): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, everyMs))
}
