import type { Payload } from 'payload'

import { FlowError } from '../kernel/flowError.ts'
import type { FlowRuntime } from './flowRuntime.ts'

/** Where the plugin leaves the runtime in `config.custom`; the config travels with the Payload instance, also
 * across the module graphs of a bundler. */
export const RUNTIME_KEY = 'flowmasters'

/** The engine of a Payload instance. Throws FLOW_PLUGIN_MISSING when the config has no `flowMasters()`. */
export function getRuntime(payload: Payload): FlowRuntime {
  const runtime: FlowRuntime | undefined = payload.config.custom?.[RUNTIME_KEY]
  if (runtime) return runtime
  throw new FlowError({
    code: 'FLOW_PLUGIN_MISSING',
    message: 'this Payload instance runs without FlowMasters',
    hint: 'Add flowMasters({ … }) to the plugins of payload.config.ts; with `disabled: true` there is no engine.',
  })
}
