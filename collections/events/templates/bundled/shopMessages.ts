import type { BundledMessage } from './bundledMessage.ts'

/** EV-31, the shop: new product, price change with was, now and percent, abandoned cart, urgent negative review. */
export const shopMessages: readonly BundledMessage[] = [
  {
    key: 'new-product',
    event: 'product.published',
    name: { en: 'New product', ru: 'Новый товар' },
    subject: {
      en: 'New: {{ data.current.title.en | default: data.current.title.ru }}',
      ru: 'Новинка: {{ data.current.title.ru }}',
    },
    text: {
      en: `🆕 {{ data.current.title.en | default: data.current.title.ru }}
{% if data.current.price.en.amount %}Price: {{ data.current.price.en.amount | money: data.current.price.en.currency, "en" }}{% endif %}

{{ data.current.shortDescription.en | default: "" }}`,
      ru: `🆕 {{ data.current.title.ru }}
{% if data.current.price.ru.amount %}Цена: {{ data.current.price.ru.amount | money: data.current.price.ru.currency, "ru" }}{% endif %}

{{ data.current.shortDescription.ru | default: "" }}`,
    },
  },
  {
    key: 'price-change',
    event: 'product.price_changed',
    name: { en: 'Price change', ru: 'Изменение цены' },
    subject: {
      en: 'New price: {{ data.current.title.en | default: data.current.title.ru }}',
      ru: 'Новая цена: {{ data.current.title.ru }}',
    },
    text: {
      en: `💰 {{ data.current.title.en | default: data.current.title.ru }}
{% for price in data.prices %}{% if price.old and price.new %}
Was {{ price.old | money: price.currency, "en" }}, now {{ price.new | money: price.currency, "en" }} ({{ price.old | percent_change: price.new, "en" }}){% endif %}{% endfor %}`,
      ru: `💰 {{ data.current.title.ru }}
{% for price in data.prices %}{% if price.old and price.new %}
Было {{ price.old | money: price.currency, "ru" }}, стало {{ price.new | money: price.currency, "ru" }} ({{ price.old | percent_change: price.new, "ru" }}){% endif %}{% endfor %}`,
    },
  },
  {
    key: 'abandoned-cart',
    event: 'cart.abandoned',
    name: { en: 'Abandoned cart', ru: 'Брошенная корзина' },
    subject: { en: 'You left something in your cart', ru: 'Вы кое-что оставили в корзине' },
    text: {
      en: `🛒 Hello, {{ data.current.name | default: "friend" }}! Your cart is waiting:
{% for item in data.items %}
• {{ item.title }} × {{ item.quantity }}{% endfor %}

Total: {{ data.current.subtotal.amount | money: data.current.subtotal.currency, "en" }}`,
      ru: `🛒 Здравствуйте, {{ data.current.name | default: "друг" }}! Ваша корзина ждёт вас:
{% for item in data.items %}
• {{ item.title }} × {{ item.quantity }}{% endfor %}

Итого: {{ data.current.subtotal.amount | money: data.current.subtotal.currency, "ru" }}`,
    },
  },
  {
    key: 'negative-review',
    event: 'review.negative',
    name: { en: 'Urgent: negative review', ru: 'Срочно: негативный отзыв' },
    subject: {
      en: 'Urgent: a review with {{ data.current.rating }} of 5',
      ru: 'Срочно: отзыв с оценкой {{ data.current.rating }} из 5',
    },
    text: {
      en: `🚨 Negative review: {{ data.current.rating }} of 5
From: {{ data.current.authorName | default: "a customer" }}
{{ data.current.title | default: "" }}

{{ data.current.text | default: "" | truncate: 1000 }}

Answer within an hour.`,
      ru: `🚨 Негативный отзыв: {{ data.current.rating }} из 5
От кого: {{ data.current.authorName | default: "покупатель" }}
{{ data.current.title | default: "" }}

{{ data.current.text | default: "" | truncate: 1000 }}

Ответьте в течение часа.`,
    },
  },
]
