import type { DocumentViewServerProps } from 'payload'

import { isRecord } from '../../kernel/isRecord.ts'
import type { Texts } from '../texts/en.ts'
import { textsFor } from '../texts/textsFor.ts'

type Req = DocumentViewServerProps['initPageResult']['req']

/** What the read-only views of log rows work with. */
export type DocumentViewContext = {
  doc: Record<string, unknown>
  req: Req
  language: string
  texts: Texts
  /** Documents of a collection the reader may see, as they would come over REST. */
  find: (query: {
    collection: string
    where: Record<string, { equals: string }>
    sort: string
  }) => Promise<Record<string, unknown>[]>
  /** May this person retry? */
  canManage: boolean
}

const MOST_ROWS = 100

/** Unpacks what Payload gives a document view. */
export function documentView({
  doc,
  initPageResult,
}: DocumentViewServerProps): DocumentViewContext {
  const { permissions, req } = initPageResult
  const { language } = req.i18n
  const subscriptions: unknown = permissions.collections?.['event-subscriptions']
  return {
    doc: isRecord(doc) ? doc : {},
    req,
    language,
    texts: textsFor(language),
    canManage: isRecord(subscriptions) && Boolean(subscriptions['update']),
    find: async (query) => {
      const found = await req.payload.find({
        ...query,
        depth: 0,
        limit: MOST_ROWS,
        overrideAccess: false,
        pagination: false,
        user: req.user,
      })
      return found.docs.filter(isRecord)
    },
  }
}
