import { wishes } from '../data/deals.ts'
import type { SeedContext } from '../seedContext.ts'
import { leadStory } from './leadStory.ts'

const consent = 'Согласен на обработку персональных данных.'

/** A form whose answers become leads, one whose answers are only read, and what people answered. */
export async function seedForms(context: SeedContext): Promise<void> {
  const { planter } = context
  const school = await plantSchoolForm(context)
  const poll = await plantPoll(context)
  for (const [index, [who, text, status]] of wishes.entries()) {
    const name = `wish-${index + 1}`
    const at = planter.moments.ago(20 - index * 2, 13, index * 5)
    const submission = await planter.plant({
      collection: 'form-submissions',
      name,
      at,
      data: {
        form: school,
        values: [
          { name: 'name', value: who },
          { name: 'phone', value: `+7 903 700-11-${String(10 + index)}` },
          { name: 'message', value: text },
        ],
        consents: [{ text: consent, at }],
        page: 'https://zerno.example/school',
        utm: index % 2 === 0 ? { source: 'yandex', medium: 'cpc', campaign: 'barista' } : {},
        locale: who === 'Kate Miller' ? 'en' : 'ru',
      },
    })
    await planter.adopt({
      collection: 'leads',
      name,
      at,
      where: { submission: { equals: submission } },
      story: leadStory(context, { at, status }),
    })
  }
  for (const [index, answer] of ['Отлично', 'Хорошо', 'Отлично', 'Так себе', 'Хорошо'].entries()) {
    await planter.plant({
      collection: 'form-submissions',
      name: `poll-${index + 1}`,
      at: planter.moments.ago(15 - index * 3, 20, index),
      data: {
        form: poll,
        values: [
          { name: 'mark', value: String(5 - (index % 3)), shown: answer },
          { name: 'comment', value: index === 3 ? 'Долго ждал заказ.' : '' },
        ],
        page: 'https://zerno.example/thanks',
        locale: 'ru',
      },
    })
  }
}

function plantSchoolForm({ manager: by, planter, staff }: SeedContext): Promise<number> {
  return planter.plant({
    collection: 'forms',
    name: 'school',
    at: planter.moments.ago(45, 12),
    same: { slug: { equals: 'school-question' } },
    by,
    data: {
      title: 'Вопрос о курсах',
      slug: 'school-question',
      description: 'Ответим в течение рабочего дня.',
      submitLabel: 'Спросить',
      fields: [
        { blockType: 'text', name: 'name', label: 'Как вас зовут?', required: true },
        { blockType: 'phone', name: 'phone', label: 'Телефон', required: true },
        { blockType: 'textarea', name: 'message', label: 'Ваш вопрос' },
        { blockType: 'checkbox', name: 'consent', label: consent, required: true, isConsent: true },
      ],
      confirmation: { type: 'message', message: 'Спасибо! Перезвоним сегодня.' },
      lead: { enabled: true, assignee: staff.dmitry, tags: ['школа'] },
    },
  })
}

function plantPoll({ manager: by, planter }: SeedContext): Promise<number> {
  return planter.plant({
    collection: 'forms',
    name: 'poll',
    at: planter.moments.ago(44, 12),
    same: { slug: { equals: 'how-was-it' } },
    by,
    data: {
      title: 'Как вам заказ?',
      slug: 'how-was-it',
      submitLabel: 'Отправить',
      fields: [
        {
          blockType: 'select',
          name: 'mark',
          label: 'Как вам заказ?',
          required: true,
          options: [
            { value: '5', label: 'Отлично' },
            { value: '4', label: 'Хорошо' },
            { value: '3', label: 'Так себе' },
          ],
        },
        { blockType: 'textarea', name: 'comment', label: 'Что улучшить?' },
      ],
      confirmation: { type: 'message', message: 'Спасибо, учтём!' },
    },
  })
}
