import type { CollectionBeforeDeleteHook } from 'payload'
import { APIError } from 'payload'

import { lockForDeletion } from '../../lockForDeletion.ts'
import { textFor } from '../../textFor.ts'

/** Refuses (409) to delete a form that was answered: its answers would not say any more what was asked. */
export const keepAnswered: CollectionBeforeDeleteHook = async ({ id, req }) => {
  // Nobody can answer until this transaction ends.
  await lockForDeletion(req, 'forms', id)
  const { totalDocs } = await req.payload.db.count({
    collection: 'form-submissions',
    where: { form: { equals: id } },
    req,
  })
  if (totalDocs === 0) return
  throw new APIError(
    textFor(req, {
      en: `This form has answers (${totalDocs}). Switch it off instead, or delete its answers first.`,
      ru: `На эту форму есть ответы (${totalDocs}). Выключите её или сначала удалите ответы.`,
    }),
    409,
    {
      code: 'FLOW_FORM_HAS_ANSWERS',
      message: 'a form that was answered cannot be deleted',
      hint: 'Switch it off instead, or delete its answers first.',
    },
    true,
  )
}
