import { type ProductFacts, products } from '../data/products.ts'
import type { Person, SeedContext } from '../seedContext.ts'
import type { Random } from '../support/createRandom.ts'

const addresses = [
  { city: 'Москва', street: 'ул. Лесная, 7', postalCode: '125047' },
  { city: 'Москва', street: 'Кутузовский пр-т, 22', postalCode: '121151' },
  { city: 'Казань', street: 'ул. Баумана, 44', postalCode: '420111' },
  { city: 'Санкт-Петербург', street: 'наб. реки Фонтанки, 90', postalCode: '191180' },
  { city: 'Екатеринбург', street: 'ул. Малышева, 51', postalCode: '620014' },
] as const

const onSale = products.filter(({ isDraft }) => !isDraft)

/** What somebody buys: one to three different things, with the price of the day. */
export function orderLines({ planter }: SeedContext, random: Random): Record<string, unknown>[] {
  const start = random.between(0, onSale.length - 1)
  const count = random.one([1, 1, 2, 2, 3])
  return Array.from({ length: count }, (_, index) => {
    const product = onSale[(start + index * 5) % onSale.length] as ProductFacts
    return {
      product: planter.id('products', product.slug),
      title: product.ru,
      sku: product.sku,
      quantity: random.one([1, 1, 1, 2, 3]),
      price: { amount: product.price[0], currency: 'RUB' },
    }
  })
}

/** Who buys and where it goes. */
export function orderContact(
  { email, id, name, phone }: Person,
  random: Random,
  isGuest: boolean,
): Record<string, unknown> {
  const deliveryMethod = random.one(['courier', 'pickup', 'parcel_locker', 'post'])
  const isSent = deliveryMethod !== 'pickup'
  return {
    ...(isGuest ? {} : { customer: id }),
    customerName: name,
    customerEmail: email,
    customerPhone: phone,
    deliveryMethod,
    paymentMethod: random.one(['card', 'card', 'sbp', 'on_delivery', 'invoice']),
    source: random.one(['site', 'site', 'site', 'phone', 'messenger', 'admin']),
    ...(isSent
      ? {
          shippingAddress: { country: 'Россия', recipient: name, ...random.one(addresses) },
          deliveryCost: { amount: random.one([290, 350, 490]), currency: 'RUB' },
        }
      : {}),
  }
}
