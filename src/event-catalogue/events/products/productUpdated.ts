import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleProduct } from '../../samples/sampleProduct.ts'
import { productSnapshot } from '../../snapshots/productSnapshot.ts'

/** A field of a product changed. */
export const productUpdated = defineEvent({
  type: 'product.updated',
  version: 1,
  area: eventAreas.products,
  summary: {
    en: 'A product changed.',
    ru: 'Товар изменён.',
  },
  firesWhen: {
    en: 'A field of the product changed. Draft saves and autosaves do not count.',
    ru: 'Изменилось поле товара. Сохранение черновика и автосохранение не считаются.',
  },
  current: productSnapshot,
  sample: {
    current: sampleProduct,
    previous: { ...sampleProduct, stock: 20 },
    changed: ['stock'],
  },
})
