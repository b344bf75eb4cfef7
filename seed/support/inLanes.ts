/** Does `work` for every item, at most `lanes` at once; the first failure ends it. */
export async function inLanes<Item>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<unknown>,
  lanes = 4,
): Promise<void> {
  const queue = [...items.entries()]
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next[1], next[0])
  }
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane))
}
