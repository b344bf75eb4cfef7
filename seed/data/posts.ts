import type { Motif } from '../support/drawPicture.ts'

type Words = readonly [title: string, excerpt: string, text: string]

/** The blog; each text in both languages. */
export const posts: readonly {
  slug: string
  rubric: 'coffee-notes' | 'school-notes' | 'news'
  motif: Motif
  ru: Words
  en: Words
  isDraft?: true
}[] = [
  {
    slug: 'how-we-roast',
    rubric: 'coffee-notes',
    motif: 'beans',
    ru: [
      'Как мы обжариваем',
      'Два дня в неделю, партиями по пять килограммов.',
      'Зелёное зерно отдыхает неделю, потом идёт в барабан. Мы слушаем первый треск и останавливаемся вовремя.',
    ],
    en: [
      'How we roast',
      'Two days a week, in batches of five kilograms.',
      'Green beans rest for a week before the drum. We listen for the first crack and stop in time.',
    ],
  },
  {
    slug: 'water-matters',
    rubric: 'coffee-notes',
    motif: 'pot',
    ru: [
      'Вода решает',
      'Почему один и тот же кофе дома и в кофейне разный.',
      'Жёсткая вода глушит кислотность. Попробуйте бутилированную с минерализацией около 100 мг/л.',
    ],
    en: [
      'Water decides',
      'Why the same coffee differs at home and in a café.',
      'Hard water mutes acidity. Try bottled water of about 100 mg/l.',
    ],
  },
  {
    slug: 'first-graduates',
    rubric: 'school-notes',
    motif: 'medal',
    ru: [
      'Первые выпускники',
      'Пятеро бариста получили сертификаты.',
      'Курс «Бариста с нуля» прошли первые ученики. Двое уже работают у нас на Лесной.',
    ],
    en: [
      'The first graduates',
      'Five baristas have their certificates.',
      'The first students completed “Barista from scratch”. Two already work with us.',
    ],
  },
  {
    slug: 'milk-in-latte-art',
    rubric: 'school-notes',
    motif: 'cup',
    ru: [
      'Какое молоко для латте-арта',
      'Коротко о белке, жире и температуре.',
      'Берите 3,2 % и грейте до 60 градусов. Растительное подойдёт с пометкой «barista».',
    ],
    en: [
      'Milk for latte art',
      'Protein, fat and temperature in short.',
      'Use 3.2% and stop at 60 degrees. Plant milk works when marked “barista”.',
    ],
  },
  {
    slug: 'new-shop-in-kazan',
    rubric: 'news',
    motif: 'bag',
    ru: [
      'Открылись в Казани',
      'Улица Баумана, 44, с восьми утра.',
      'Первую неделю угощаем фильтр-кофе тех, кто придёт со своей чашкой.',
    ],
    en: [
      'We opened in Kazan',
      'Bauman street 44, from eight in the morning.',
      'Bring your own cup this week and the filter coffee is on us.',
    ],
  },
  {
    slug: 'choose-a-grinder',
    rubric: 'coffee-notes',
    motif: 'pot',
    ru: [
      'Как выбрать кофемолку',
      'Жернова, шаг помола и объём.',
      'Для пуровера хватит ручной с жерновами от 38 мм. Для эспрессо нужен мелкий шаг.',
    ],
    en: [
      'Choosing a grinder',
      'Burrs, steps and size.',
      'A hand grinder with 38 mm burrs is enough for pour-over. Espresso needs fine steps.',
    ],
  },
  {
    slug: 'winter-plans',
    rubric: 'news',
    motif: 'beans',
    isDraft: true,
    ru: ['Планы на зиму', 'Новая смесь и курс обжарки.', 'Пишем, скоро расскажем.'],
    en: ['Plans for winter', 'A new blend and a roasting course.', 'In the works.'],
  },
]

/** What readers write; `answers` is the number of the comment it answers. */
export const talk: readonly {
  post: string
  text: string
  status: 'approved' | 'pending' | 'rejected'
  answers?: number
}[] = [
  { post: 'how-we-roast', text: 'А на экскурсию к вам можно?', status: 'approved' },
  {
    post: 'how-we-roast',
    text: 'Можно! По субботам в одиннадцать.',
    status: 'approved',
    answers: 1,
  },
  { post: 'how-we-roast', text: 'Спасибо за честный рассказ.', status: 'approved' },
  { post: 'water-matters', text: 'Попробовал с другой водой: небо и земля.', status: 'approved' },
  { post: 'water-matters', text: 'А фильтр-кувшин поможет?', status: 'approved' },
  {
    post: 'water-matters',
    text: 'Немного. Лучше мягкая бутилированная.',
    status: 'approved',
    answers: 5,
  },
  { post: 'water-matters', text: 'Дешёвые кредиты без справок!!!', status: 'rejected' },
  { post: 'first-graduates', text: 'Поздравляю ребят!', status: 'approved' },
  { post: 'first-graduates', text: 'Когда следующий набор?', status: 'approved' },
  { post: 'milk-in-latte-art', text: 'Овсяное тоже взбивается отлично.', status: 'approved' },
  { post: 'milk-in-latte-art', text: 'Which brand do you use in class?', status: 'approved' },
  { post: 'new-shop-in-kazan', text: 'Ура, наконец-то рядом с домом!', status: 'approved' },
  { post: 'new-shop-in-kazan', text: 'Парковка есть?', status: 'approved' },
  {
    post: 'new-shop-in-kazan',
    text: 'Есть, во дворе на четыре места.',
    status: 'approved',
    answers: 13,
  },
  { post: 'choose-a-grinder', text: 'Что скажете про жернова 48 мм?', status: 'approved' },
  { post: 'choose-a-grinder', text: 'Зайдите на мой канал', status: 'rejected' },
  { post: 'choose-a-grinder', text: 'Взял вашу ручную, доволен.', status: 'approved' },
  { post: 'choose-a-grinder', text: 'Сколько щелчков для пуровера?', status: 'pending' },
  { post: 'how-we-roast', text: 'Можно ли заказать обжарку под себя?', status: 'pending' },
  { post: 'water-matters', text: 'Is tap water in Kazan any good?', status: 'pending' },
]
