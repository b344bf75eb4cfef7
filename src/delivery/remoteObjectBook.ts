/** An object at a service: of which account, of which kind, and for which document. */
export type RemoteObject = {
  /** As `accountKeyOf` names it. */
  account: string
  channel: string
  /** What the channel says it is: `example.amocrm.ru lead`. */
  object: string
  collection: string
  documentId: string
}

/** The ids that services gave to objects of documents. */
export type RemoteObjectBook = {
  /** The id an earlier delivery learnt, or undefined. Questions that are asked at the same time share one query. */
  idOf: (object: RemoteObject) => Promise<string | undefined>
  /** Keeps the id, in place of the one that is there. */
  keep: (object: RemoteObject, learnt: { remoteId: string; deliveryId: string }) => Promise<void>
}
