/** The door for pages of a site: notifications in the visitor's browser. It needs no package and nothing of the server. */
export { disablePush } from './push/disablePush.ts'
export { enablePush } from './push/enablePush.ts'
export type { PushOptions, PushState } from './push/pushOptions.ts'
export { pushState } from './push/pushState.ts'
