import type { FlowEvent, FlowEventOf, FlowEventTypes, VerifiedEvent } from '../../src/consumer.ts'
import type { bundledCatalogue, DefinitionsIn, EventDataOf } from '../../src/index.ts'
import { type Equal, expectTrue, expectType, type IsAny } from './support.ts'

// The generated types are those of the catalogue: the same names, and data that the definitions take for theirs.
type Definition = DefinitionsIn<typeof bundledCatalogue>
expectTrue<Equal<keyof FlowEventTypes, Definition['type']>>()
type Misfit = {
  [Type in Definition['type']]: FlowEventTypes[Type] extends EventDataOf<
    Extract<Definition, { type: Type }>
  >
    ? never
    : Type
}[Definition['type']]
expectTrue<Equal<Misfit, never>>()

// A test of `type` tells what `data` holds
declare const event: FlowEvent
expectTrue<Equal<IsAny<FlowEvent>, false>>()
expectTrue<Equal<FlowEvent['type'], keyof FlowEventTypes>>()
if (event.type === 'order.paid') {
  const { current, previous } = event.data
  expectTrue<Equal<IsAny<typeof current.total>, false>>()
  expectType<number | null | undefined>(current.total?.['ru']?.amount)
  expectType<string | null | undefined>(previous?.status)
  expectType<FlowEventOf<'order.paid'>>(event)
  // @ts-expect-error the status is one of a closed list
  expectType<'payed' | null | undefined>(current.status)
  // @ts-expect-error only user.returned has it
  expectType<unknown>(event.data.inactiveDays)
}
if (event.type === 'user.returned') expectTrue<Equal<typeof event.data.inactiveDays, number>>()
// @ts-expect-error no such type
export const misspelt = event.type === 'order.payed'
// @ts-expect-error no such type
export type Unknown = FlowEventOf<'order.payed'>

// A switch can be complete
export const paidOrCreated = (one: FlowEventOf<'order.paid' | 'order.created'>): string => {
  switch (one.type) {
    case 'order.paid':
      return `paid ${one.data.current.number ?? one.data.current.id}`
    case 'order.created':
      return `new ${one.meta.documentId}`
  }
}

// Events a site added
type Own = { 'parcel.sent': { current: { id: number; weight: number }; changed: string[] } }
declare const verdict: VerifiedEvent<Own>
// @ts-expect-error there is no event until the verdict has been looked at
expectType<unknown>(verdict.event)
if (verdict.isValid && verdict.event.type === 'parcel.sent') {
  expectType<number>(verdict.event.data.current.weight)
}
if (verdict.isValid && verdict.event.type === 'order.paid') {
  expectType<number | string>(verdict.event.data.current.id)
}
