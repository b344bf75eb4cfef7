import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleComment } from '../../samples/sampleComment.ts'
import { commentSnapshot } from '../../snapshots/commentSnapshot.ts'

/** Readers will not see the comment, or no longer. */
export const commentRejected = defineEvent({
  type: 'comment.rejected',
  version: 1,
  area: eventAreas.comments,
  summary: {
    en: 'A comment was rejected.',
    ru: 'Комментарий отклонён.',
  },
  firesWhen: {
    en: 'The moderation status became rejected, or a comment is created with it.',
    ru: 'Статус модерации стал rejected, или комментарий создан с ним.',
  },
  current: commentSnapshot,
  sample: {
    current: {
      ...sampleComment,
      status: 'rejected',
      moderatedAt: '2026-11-21T10:31:00.000Z',
      moderatedBy: 12,
      updatedAt: '2026-11-21T10:31:00.000Z',
    },
    previous: sampleComment,
    changed: ['status', 'moderatedAt', 'moderatedBy'],
  },
})
