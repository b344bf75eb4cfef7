import { operationsEvents } from './areas/operationsEvents.ts'

const types: ReadonlySet<string> = new Set(operationsEvents.map(({ type }) => type))

/** Whether a type tells of deliveries. Of deliveries of such events nothing more is told, or a dead receiver would never end. */
export function isOperational(type: string): boolean {
  return types.has(type)
}
