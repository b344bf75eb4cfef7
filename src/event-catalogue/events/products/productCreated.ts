import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleProduct } from '../../samples/sampleProduct.ts'
import { productSnapshot } from '../../snapshots/productSnapshot.ts'

/** A product exists; drafts do not count. */
export const productCreated = defineEvent({
  type: 'product.created',
  version: 1,
  area: eventAreas.products,
  summary: {
    en: 'A product was created.',
    ru: 'Создан товар.',
  },
  firesWhen: {
    en: 'A product is saved for the first time. A draft counts once it is saved for real.',
    ru: 'Товар сохранён впервые. Черновик считается, когда его сохранят по-настоящему.',
  },
  current: productSnapshot,
  sample: {
    current: sampleProduct,
    previous: null,
    changed: [],
  },
})
