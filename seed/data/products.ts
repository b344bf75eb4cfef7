import type { Motif } from '../support/drawPicture.ts'

/** Shelves of the shop; a child names its parent. */
export const shelves = [
  { slug: 'coffee', ru: 'Кофе', en: 'Coffee', motif: 'beans' },
  { slug: 'espresso-beans', ru: 'Для эспрессо', en: 'For espresso', parent: 'coffee' },
  { slug: 'filter-beans', ru: 'Для фильтра', en: 'For filter', parent: 'coffee' },
  { slug: 'brewing', ru: 'Посуда и техника', en: 'Brewing gear', motif: 'pot' },
  { slug: 'gifts', ru: 'Подарки', en: 'Gifts', motif: 'cup' },
] as const satisfies readonly {
  slug: string
  ru: string
  en: string
  parent?: string
  motif?: Motif
}[]

/** One thing on the shelves; prices in roubles and dollars. */
export type ProductFacts = {
  slug: string
  sku: string
  ru: string
  en: string
  about: { ru: string; en: string }
  price: readonly [rub: number, usd: number]
  before?: readonly [rub: number, usd: number]
  stock: number | null
  shelf: (typeof shelves)[number]['slug']
  motif: Motif
  isDraft?: true
}

/** What the shop sells. */
export const products: readonly ProductFacts[] = [
  {
    slug: 'ethiopia-guji',
    sku: 'BEAN-ETH-250',
    ru: 'Эфиопия Гуджи, 250 г',
    en: 'Ethiopia Guji, 250 g',
    about: {
      ru: 'Жасмин, персик, бергамот. Мытая обработка.',
      en: 'Jasmine, peach, bergamot. Washed.',
    },
    price: [890, 11],
    stock: 64,
    shelf: 'filter-beans',
    motif: 'bag',
  },
  {
    slug: 'kenya-nyeri',
    sku: 'BEAN-KEN-250',
    ru: 'Кения Ньери AA, 250 г',
    en: 'Kenya Nyeri AA, 250 g',
    about: { ru: 'Чёрная смородина и грейпфрут.', en: 'Blackcurrant and grapefruit.' },
    price: [990, 12],
    stock: 3,
    shelf: 'filter-beans',
    motif: 'bag',
  },
  {
    slug: 'colombia-huila',
    sku: 'BEAN-COL-250',
    ru: 'Колумбия Уила, 250 г',
    en: 'Colombia Huila, 250 g',
    about: { ru: 'Карамель, красное яблоко, какао.', en: 'Caramel, red apple, cocoa.' },
    price: [760, 9.5],
    stock: 120,
    shelf: 'filter-beans',
    motif: 'bag',
  },
  {
    slug: 'espresso-blend',
    sku: 'BEAN-ESP-1000',
    ru: 'Эспрессо-смесь «Двор», 1 кг',
    en: 'Espresso blend “Courtyard”, 1 kg',
    about: { ru: 'Плотная чашка, шоколад и орех.', en: 'A full cup, chocolate and nuts.' },
    price: [2_150, 26],
    before: [2_390, 29],
    stock: 48,
    shelf: 'espresso-beans',
    motif: 'beans',
  },
  {
    slug: 'brazil-santos',
    sku: 'BEAN-BRA-1000',
    ru: 'Бразилия Сантос, 1 кг',
    en: 'Brazil Santos, 1 kg',
    about: { ru: 'Мягкая кислотность, фундук.', en: 'Gentle acidity, hazelnut.' },
    price: [1_890, 23],
    stock: 0,
    shelf: 'espresso-beans',
    motif: 'beans',
  },
  {
    slug: 'decaf-mexico',
    sku: 'BEAN-DEC-250',
    ru: 'Мексика без кофеина, 250 г',
    en: 'Mexico decaf, 250 g',
    about: { ru: 'Для тех, кто пьёт кофе вечером.', en: 'For coffee in the evening.' },
    price: [840, 10],
    stock: 35,
    shelf: 'espresso-beans',
    motif: 'bag',
  },
  {
    slug: 'cold-brew-pack',
    sku: 'BEAN-CB-500',
    ru: 'Набор для колд-брю, 500 г',
    en: 'Cold brew pack, 500 g',
    about: { ru: 'Крупный помол в фильтр-пакетах.', en: 'Coarse ground, in filter bags.' },
    price: [1_290, 16],
    stock: 22,
    shelf: 'coffee',
    motif: 'bag',
  },
  {
    slug: 'v60-set',
    sku: 'GEAR-V60',
    ru: 'Набор для пуровера',
    en: 'Pour-over set',
    about: { ru: 'Воронка, сервер, 100 фильтров.', en: 'Dripper, server, 100 filters.' },
    price: [3_400, 42],
    stock: 17,
    shelf: 'brewing',
    motif: 'pot',
  },
  {
    slug: 'hand-grinder',
    sku: 'GEAR-GRIND',
    ru: 'Ручная кофемолка',
    en: 'Hand grinder',
    about: { ru: 'Стальные жернова 38 мм, 24 щелчка.', en: 'Steel burrs, 38 mm, 24 clicks.' },
    price: [6_900, 84],
    stock: 9,
    shelf: 'brewing',
    motif: 'pot',
  },
  {
    slug: 'kettle-gooseneck',
    sku: 'GEAR-KETTLE',
    ru: 'Чайник с тонким носиком',
    en: 'Gooseneck kettle',
    about: { ru: 'Электрический, держит 92 °C.', en: 'Electric, holds 92 °C.' },
    price: [7_800, 95],
    before: [8_900, 108],
    stock: 12,
    shelf: 'brewing',
    motif: 'pot',
  },
  {
    slug: 'cup-zerno',
    sku: 'GIFT-CUP',
    ru: 'Чашка «Зерно», 300 мл',
    en: 'Zerno cup, 300 ml',
    about: { ru: 'Керамика ручной работы.', en: 'Handmade ceramics.' },
    price: [1_450, 18],
    stock: 40,
    shelf: 'gifts',
    motif: 'cup',
  },
  {
    slug: 'gift-card-5000',
    sku: 'GIFT-CARD-5000',
    ru: 'Подарочная карта на 5 000 ₽',
    en: 'Gift card, 5 000 ₽',
    about: { ru: 'Для кофе, посуды и занятий.', en: 'For coffee, gear and classes.' },
    price: [5_000, 60],
    stock: null,
    shelf: 'gifts',
    motif: 'medal',
  },
  {
    slug: 'tasting-set',
    sku: 'GIFT-TASTE',
    ru: 'Дегустационный набор, 5 × 50 г',
    en: 'Tasting set, 5 × 50 g',
    about: { ru: 'Пять стран в одной коробке.', en: 'Five countries in one box.' },
    price: [1_590, 19.5],
    stock: 31,
    shelf: 'gifts',
    motif: 'beans',
  },
  {
    slug: 'winter-blend',
    sku: 'BEAN-WIN-250',
    ru: 'Зимняя смесь, 250 г',
    en: 'Winter blend, 250 g',
    about: {
      ru: 'Апельсин и пряности. Готовим к декабрю.',
      en: 'Orange and spice. Due in December.',
    },
    price: [920, 11.5],
    stock: 0,
    shelf: 'coffee',
    motif: 'bag',
    isDraft: true,
  },
]
