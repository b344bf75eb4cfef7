import type { Receivers } from '../receivers/startReceivers.ts'
import type { Api } from './createApi.ts'
import type { Stage } from './step.ts'

/** A stage with an empty memory; staff is who is remembered as `token:staff`. */
export function createStage({ api, receivers }: { api: Api; receivers: Receivers }): Stage {
  const memory = new Map<string, string>()
  const get = (name: string): string => {
    const value = memory.get(name)
    if (value === undefined) throw new Error(`the demo remembers nothing under "${name}"`)
    return value
  }
  return {
    api,
    receivers,
    staff: () => ({ token: get('token:staff') }),
    keep: (name, value) => void memory.set(name, String(value)),
    get,
  }
}
