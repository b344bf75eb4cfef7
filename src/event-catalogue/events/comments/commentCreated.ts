import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleComment } from '../../samples/sampleComment.ts'
import { commentSnapshot } from '../../snapshots/commentSnapshot.ts'

/** Somebody wrote a comment; nobody has judged it yet, as a rule. */
export const commentCreated = defineEvent({
  type: 'comment.created',
  version: 1,
  area: eventAreas.comments,
  summary: {
    en: 'A comment was written.',
    ru: 'Оставлен комментарий.',
  },
  firesWhen: {
    en: 'A comment is stored, whatever its moderation state.',
    ru: 'Сохранён комментарий, в любом состоянии модерации.',
  },
  current: commentSnapshot,
  sample: {
    current: sampleComment,
    previous: null,
    changed: [],
  },
})
