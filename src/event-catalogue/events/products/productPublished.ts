import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleProduct } from '../../samples/sampleProduct.ts'
import { productSnapshot } from '../../snapshots/productSnapshot.ts'

/** Buyers can see the product now. */
export const productPublished = defineEvent({
  type: 'product.published',
  version: 1,
  area: eventAreas.products,
  summary: {
    en: 'A product was published.',
    ru: 'Товар опубликован.',
  },
  firesWhen: {
    en: 'The publication status goes from draft to published, or a product is created published.',
    ru: 'Статус публикации сменился с черновика на опубликован, или товар создан опубликованным.',
  },
  current: productSnapshot,
  sample: {
    current: sampleProduct,
    previous: { ...sampleProduct, _status: 'draft' },
    changed: ['_status'],
  },
})
