import type { Motif } from '../support/drawPicture.ts'

/** A course of the school and its lessons. */
export type CourseFacts = {
  slug: string
  ru: string
  en: string
  about: { ru: string; en: string }
  level: 'beginner' | 'intermediate' | 'advanced'
  price: readonly [rub: number, usd: number] | null
  teacher: 'olga' | 'timur'
  motif: Motif
  hours: number
  policy: 'when_free' | 'open' | 'closed'
  isDraft?: true
  lessons: readonly (readonly [ru: string, en: string, minutes: number])[]
}

/** The barista school. */
export const courses: readonly CourseFacts[] = [
  {
    slug: 'barista-basics',
    ru: 'Бариста с нуля',
    en: 'Barista from scratch',
    about: {
      ru: 'От зерна до первой смены: настройка помола, эспрессо, молоко, гигиена.',
      en: 'From the bean to the first shift: grind, espresso, milk, hygiene.',
    },
    level: 'beginner',
    price: [12_900, 160],
    teacher: 'olga',
    motif: 'cup',
    hours: 14,
    policy: 'closed',
    lessons: [
      ['Откуда берётся вкус', 'Where taste comes from', 18],
      ['Помол и его настройка', 'Dialling in the grinder', 25],
      ['Эспрессо: рецепт', 'Espresso: the recipe', 32],
      ['Молоко: текстура', 'Milk: texture', 28],
      ['Капучино и флэт уайт', 'Cappuccino and flat white', 30],
      ['Гигиена и порядок', 'Hygiene and order', 16],
      ['Первая смена', 'The first shift', 40],
    ],
  },
  {
    slug: 'latte-art',
    ru: 'Латте-арт',
    en: 'Latte art',
    about: {
      ru: 'Сердце, розетта и тюльпан: восемь часов за молочником.',
      en: 'Heart, rosetta and tulip: eight hours with the pitcher.',
    },
    level: 'intermediate',
    price: [8_500, 105],
    teacher: 'timur',
    motif: 'cup',
    hours: 8,
    policy: 'open',
    lessons: [
      ['Молочник и струя', 'The pitcher and the pour', 20],
      ['Сердце', 'The heart', 24],
      ['Розетта', 'The rosetta', 30],
      ['Тюльпан', 'The tulip', 30],
    ],
  },
  {
    slug: 'coffee-at-home',
    ru: 'Кофе дома',
    en: 'Coffee at home',
    about: {
      ru: 'Бесплатный курс: турка, пуровер, гейзер и колд-брю без лишней техники.',
      en: 'A free course: cezve, pour-over, moka pot and cold brew.',
    },
    level: 'beginner',
    price: null,
    teacher: 'olga',
    motif: 'pot',
    hours: 3,
    policy: 'when_free',
    lessons: [
      ['Вода и весы', 'Water and scales', 12],
      ['Пуровер', 'Pour-over', 15],
      ['Турка и гейзер', 'Cezve and moka pot', 17],
    ],
  },
  {
    slug: 'roasting',
    ru: 'Обжарка: теория',
    en: 'Roasting: theory',
    about: { ru: 'Готовим к весне.', en: 'Due in spring.' },
    level: 'advanced',
    price: [24_000, 295],
    teacher: 'timur',
    motif: 'beans',
    hours: 20,
    policy: 'closed',
    isDraft: true,
    lessons: [['Тепло и время', 'Heat and time', 45]],
  },
]

/** What students may earn. */
export const badges = [
  { code: 'first-lesson', ru: 'Первый урок', en: 'First lesson', points: 10, isMilestone: false },
  {
    code: 'course-done',
    ru: 'Курс пройден',
    en: 'Course completed',
    points: 100,
    isMilestone: true,
  },
  {
    code: 'steady',
    ru: 'Неделя без пропусков',
    en: 'A week without a break',
    points: 30,
    isMilestone: false,
  },
  { code: 'helper', ru: 'Помог другим', en: 'Helped others', points: 50, isMilestone: false },
] as const
