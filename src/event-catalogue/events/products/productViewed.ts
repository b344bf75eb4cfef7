import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleProduct } from '../../samples/sampleProduct.ts'
import { productSnapshot } from '../../snapshots/productSnapshot.ts'

/** A page view of a person; bots are not counted. */
export const productViewed = defineEvent({
  type: 'product.viewed',
  version: 1,
  area: eventAreas.products,
  summary: {
    en: 'Somebody looked at a product.',
    ru: 'Кто-то посмотрел товар.',
  },
  firesWhen: {
    en: 'The shop front reports a view of a published product at POST /api/products/:id/view.',
    ru: 'Витрина сообщает о просмотре опубликованного товара: POST /api/products/:id/view.',
  },
  current: productSnapshot,
  sample: {
    current: sampleProduct,
    previous: null,
    changed: [],
  },
})
