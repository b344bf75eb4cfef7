/** Choices that come out the same for the same name, whatever else was chosen before. */
export type Random = {
  /** 0 ≤ n < 1. */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number
  one: <Items extends readonly [unknown, ...unknown[]]>(items: Items) => Items[number]
  /** True so often, 0 to 1. */
  chance: (share: number) => boolean
}

/** FNV-1a over the name, then mulberry32. */
export function createRandom(name: string): Random {
  let state = 2_166_136_261
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    one: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    chance: (share) => next() < share,
  }
}
