import type { World } from './world.ts'

/** What an earlier step has left under a name; throws when that step has failed. */
export function idOf({ ids }: World, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`an earlier step did not leave "${name}"`)
  return id
}
