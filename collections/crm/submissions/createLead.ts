import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'

import { staffOnly } from '../../staffOnly.ts'
import type { AnswerField } from '../forms/answerField.ts'
import type { mappedLeadFields } from '../forms/leadMapping.ts'
import { leadOfSubmission } from './leadOfSubmission.ts'

type StoredForm = {
  id: number | string
  fields?: AnswerField[] | null
  lead?:
    | ({ enabled?: boolean | null; assignee?: number | null; tags?: string[] | null } & {
        [Field in (typeof mappedLeadFields)[number]]?: string | null
      })
    | null
}

/**
 * Makes a lead of new answers when their form says so, in the transaction of the answers: both are stored, or none.
 * Holds for answers that came through the site and for those another program wrote.
 */
export const createLead: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'create') return doc
  const form = await req.payload.db.findOne<StoredForm>({
    collection: 'forms',
    where: { id: { equals: idOf(doc.form) } },
    req,
  })
  const { enabled, assignee, tags, ...mapping } = form?.lead ?? {}
  if (!form || !enabled) return doc
  const contacts = leadOfSubmission({ values: doc.values, questions: form.fields ?? [], mapping })
  if (!contacts) return doc
  await req.payload.create({
    collection: 'leads',
    data: {
      ...contacts,
      source: 'form',
      form: form.id,
      submission: doc.id,
      assignee: await stillStaff(req, assignee),
      tags: tags ?? [],
      landingPage: doc.page,
      referrer: doc.referrer,
      utm: doc.utm,
      consents: withoutIds(doc.consents),
    },
    depth: 0,
    // Not `req` itself: Payload would leave the lead's locale and depth behind in it.
    req: { ...onlyTransaction(req), user: req.user, context: { ...req.context } },
  })
  return doc
}

function onlyTransaction(req: PayloadRequest): Pick<PayloadRequest, 'transactionID'> {
  return req.transactionID === undefined ? {} : { transactionID: req.transactionID }
}

/** Somebody who has left the team must not cost us the lead. */
async function stillStaff(
  req: PayloadRequest,
  assignee: number | null | undefined,
): Promise<number | null> {
  if (!assignee) return null
  const { totalDocs } = await req.payload.db.count({
    collection: 'users',
    where: { and: [{ id: { equals: assignee } }, staffOnly] },
    req,
  })
  return totalDocs === 0 ? null : assignee
}

function idOf(form: unknown): unknown {
  return typeof form === 'object' && form !== null && 'id' in form ? form.id : form
}

/** Rows of an array are copied, not shared. */
function withoutIds(rows: unknown): object[] {
  if (!Array.isArray(rows)) return []
  return rows.map(({ id: _, ...row }) => row)
}
