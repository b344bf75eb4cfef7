/** What a subscription listens to: everything, one type, all of an entity (`order.*`) or one verb (`*.created`). */
export type EventPattern =
  | { kind: 'any' }
  | { kind: 'type'; type: string }
  | { kind: 'entity'; entity: string }
  | { kind: 'verb'; verb: string }
