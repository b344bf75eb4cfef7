import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleFormSubmission } from '../../samples/sampleFormSubmission.ts'
import { formSubmissionSnapshot } from '../../snapshots/formSubmissionSnapshot.ts'

/** Fires for every form; filter by `data.current.form`. */
export const formSubmitted = defineEvent({
  type: 'form.submitted',
  version: 1,
  area: eventAreas.forms,
  summary: {
    en: 'A visitor sent a form.',
    ru: 'Посетитель отправил форму.',
  },
  firesWhen: {
    en: 'Answers to any form are stored. What a robot sent into the trap is not stored.',
    ru: 'Сохранены ответы на любую форму. Отправленное роботом в ловушку не сохраняется.',
  },
  current: formSubmissionSnapshot,
  extra: {
    /** Answers by the names of their questions, for filters and templates: `data.answers.email`. */
    answers: z.record(z.string(), z.string().nullable()),
  },
  sample: {
    current: sampleFormSubmission,
    previous: null,
    changed: [],
    answers: {
      name: 'Мария Кузнецова',
      phone: '+79165550142',
      email: 'maria@sever-coffee.example',
      budget: 'up_to_300',
    },
  },
})
