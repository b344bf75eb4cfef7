import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { samplePost } from '../../samples/samplePost.ts'
import { postSnapshot } from '../../snapshots/postSnapshot.ts'

/** A post exists; drafts do not count. */
export const postCreated = defineEvent({
  type: 'post.created',
  version: 1,
  area: eventAreas.posts,
  summary: {
    en: 'A post was created.',
    ru: 'Создана публикация.',
  },
  firesWhen: {
    en: 'A post is published for the first time. A draft means nothing until then.',
    ru: 'Публикация впервые опубликована. Черновик до этого ничего не значит.',
  },
  current: postSnapshot,
  sample: {
    current: samplePost,
    previous: null,
    changed: [],
  },
})
