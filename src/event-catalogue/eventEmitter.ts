/** Where events of a type come from: a collection, and what has to happen to a document of it. */
export type EventEmitter = {
  /** Slug of the collection. */
  collection: string
  /** `time`: a scan of the schedule says it; `publish`: neither rule nor scan, an action does. */
  trigger: 'save' | 'delete' | 'login' | 'logout' | 'activity' | 'time' | 'publish'
}
