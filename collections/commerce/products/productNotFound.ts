import type { PayloadRequest } from 'payload'

import type { FlowError } from '../../../src/kernel/flowError.ts'
import { refusal } from '../../refusal.ts'

/** FLOW_PRODUCT_NOT_FOUND (404): there is no such product, or it is a draft. */
export function productNotFound(
  req: Pick<PayloadRequest, 'i18n'>,
  product: number | string,
): FlowError {
  return refusal(req, {
    code: 'FLOW_PRODUCT_NOT_FOUND',
    message: 'there is no such product',
    status: 404,
    details: { product: typeof product === 'string' ? product.slice(0, 100) : product },
    ru: { message: 'такого товара нет' },
  })
}
