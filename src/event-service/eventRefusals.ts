import { FlowError } from '../kernel/flowError.ts'
import { eventLimits } from './eventLimits.ts'

/** Why an event is refused, as errors the API can answer with. */
export const eventRefusals = {
  invalid: (type: string, issues: string[]): FlowError =>
    new FlowError({
      code: 'FLOW_EVENT_INVALID',
      message: `An event ${type} does not fit its definition: ${issues.join('; ')}.`,
      hint: 'The catalogue shows the JSON Schema and a sample of every type.',
      status: 400,
      details: { type, issues },
    }),
  tooLarge: (type: string): FlowError =>
    new FlowError({
      code: 'FLOW_EVENT_TOO_LARGE',
      message: `An event ${type} is larger than ${eventLimits.maxBodyBytes} bytes.`,
      hint: 'Put ids into the event and let receivers fetch the rest.',
      status: 413,
      details: { type, maxBodyBytes: eventLimits.maxBodyBytes },
    }),
  loop: (type: string, hop: number): FlowError =>
    new FlowError({
      code: 'FLOW_EVENT_LOOP',
      message: `An event ${type} is number ${hop} in a chain of events that cause each other.`,
      hint: 'Look for two subscriptions or systems that react to each other.',
      status: 409,
      details: { type, hop, maxHop: eventLimits.maxHop },
    }),
}
