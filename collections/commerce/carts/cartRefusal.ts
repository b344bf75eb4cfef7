import type { PayloadRequest } from 'payload'

import { FlowError } from '../../../src/kernel/flowError.ts'
import type { Localised } from '../../../src/kernel/localised.ts'
import { requestLanguage } from '../../requestLanguage.ts'
import { cartLimits } from './cartLimits.ts'

type Refusal = { code: `FLOW_CART_${string}`; status: number; message: Localised; hint?: Localised }

const { maxLines, maxQuantity } = cartLimits

const refusals = {
  notFound: {
    code: 'FLOW_CART_NOT_FOUND',
    status: 404,
    message: { en: 'there is no such cart for you', ru: 'такой корзины у вас нет' },
    hint: {
      en: 'Sign in, or send the secret of a guest cart in the header X-Cart-Secret.',
      ru: 'Войдите или передайте секрет гостевой корзины в заголовке X-Cart-Secret.',
    },
  },
  notActive: {
    code: 'FLOW_CART_NOT_ACTIVE',
    status: 409,
    message: {
      en: 'the cart has become an order or was merged and cannot change any more',
      ru: 'корзина уже стала заказом или объединена с другой и больше не меняется',
    },
    hint: { en: 'Open a new cart.', ru: 'Откройте новую корзину.' },
  },
  empty: {
    code: 'FLOW_CART_EMPTY',
    status: 409,
    message: { en: 'the cart is empty', ru: 'корзина пуста' },
  },
  quantity: {
    code: 'FLOW_CART_QUANTITY_INVALID',
    status: 400,
    message: {
      en: `the quantity must be a whole number from 1 to ${maxQuantity}`,
      ru: `количество — целое число от 1 до ${maxQuantity}`,
    },
    hint: { en: 'To take a line out, delete it.', ru: 'Чтобы убрать позицию, удалите её.' },
  },
  full: {
    code: 'FLOW_CART_FULL',
    status: 409,
    message: {
      en: `a cart holds at most ${maxLines} lines`,
      ru: `в корзине не больше ${maxLines} позиций`,
    },
  },
  productUnavailable: {
    code: 'FLOW_CART_PRODUCT_UNAVAILABLE',
    status: 404,
    message: { en: 'this product is not on sale', ru: 'этот товар не продаётся' },
  },
  priceMissing: {
    code: 'FLOW_CART_PRICE_MISSING',
    status: 409,
    message: {
      en: 'the product has no price in the currency of the cart',
      ru: 'у товара нет цены в валюте корзины',
    },
    hint: { en: 'Open a cart in another currency.', ru: 'Откройте корзину в другой валюте.' },
  },
  outOfStock: {
    code: 'FLOW_CART_OUT_OF_STOCK',
    status: 409,
    message: { en: 'there is not enough of this product', ru: 'товара недостаточно' },
  },
  itemUnknown: {
    code: 'FLOW_CART_ITEM_UNKNOWN',
    status: 404,
    message: { en: 'the cart has no such line', ru: 'такой позиции в корзине нет' },
  },
  contactMissing: {
    code: 'FLOW_CART_CONTACT_MISSING',
    status: 400,
    message: {
      en: 'an order needs an e-mail address or a phone number',
      ru: 'для заказа нужны почта или телефон',
    },
  },
} as const satisfies Record<string, Refusal>

/** Why something cannot be done with a cart, in the language of the request. */
export function cartRefusal(
  req: Pick<PayloadRequest, 'i18n'>,
  why: keyof typeof refusals,
  details: Record<string, unknown> = {},
): FlowError {
  const refusal: Refusal = refusals[why]
  const language = requestLanguage(req)
  return new FlowError({
    code: refusal.code,
    message: refusal.message[language],
    status: refusal.status,
    details,
    ...(refusal.hint ? { hint: refusal.hint[language] } : {}),
  })
}
