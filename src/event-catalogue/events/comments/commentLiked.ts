import { rowField } from '../../rowField.ts'
import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleComment } from '../../samples/sampleComment.ts'
import { commentSnapshot } from '../../snapshots/commentSnapshot.ts'

/** Once per person and comment, however often the like is taken back and given again. */
export const commentLiked = defineEvent({
  type: 'comment.liked',
  version: 1,
  area: eventAreas.comments,
  summary: {
    en: 'Somebody liked a comment.',
    ru: 'Комментарий кому-то понравился.',
  },
  firesWhen: {
    en: 'A signed-in person likes a comment for the first time.',
    ru: 'Вошедший пользователь впервые отметил комментарий.',
  },
  current: commentSnapshot,
  extra: {
    /** Id of the user who likes it. */
    likedBy: rowField.id,
  },
  sample: {
    current: { ...sampleComment, status: 'approved', likesCount: 5 },
    previous: { ...sampleComment, status: 'approved', likesCount: 4 },
    changed: ['likesCount'],
    likedBy: 318,
  },
})
