import { type ProductFacts, products, shelves } from '../data/products.ts'
import type { SeedContext } from '../seedContext.ts'
import { inLanes } from '../support/inLanes.ts'
import { plantPicture } from './plantPicture.ts'

/** Categories, products and their pictures. */
export async function seedCatalogue(context: SeedContext): Promise<void> {
  const { manager: by, planter } = context
  const { ago } = planter.moments
  for (const [position, shelf] of shelves.entries()) {
    const image =
      'motif' in shelf ? await plantPicture(context, `shelf-${shelf.slug}`, shelf) : null
    await planter.plant({
      collection: 'product-categories',
      name: shelf.slug,
      at: ago(72, 10, position),
      same: { slug: { equals: shelf.slug } },
      by,
      data: {
        title: shelf.ru,
        slug: shelf.slug,
        position,
        image,
        ...('parent' in shelf ? { parent: planter.id('product-categories', shelf.parent) } : {}),
      },
      en: { title: shelf.en },
    })
  }
  await inLanes(products, (product, index) => plantProduct(context, product, index))
}

async function plantProduct(
  context: SeedContext,
  product: ProductFacts,
  index: number,
): Promise<void> {
  const { manager: by, planter } = context
  const { about, before, en, isDraft, motif, price, ru, shelf, sku, slug, stock } = product
  const image = await plantPicture(context, slug, { ru, en, motif })
  const sum = (amounts: readonly [number, number] | undefined, place: 0 | 1) =>
    amounts ? { amount: amounts[place], currency: place === 0 ? 'RUB' : 'USD' } : undefined
  await planter.plant({
    collection: 'products',
    name: slug,
    at: planter.moments.ago(isDraft ? 2 : 70 - index * 3, 11, index),
    same: { slug: { equals: slug } },
    by,
    data: {
      title: ru,
      shortDescription: about.ru,
      description: `${about.ru} Обжариваем по вторникам и пятницам, отправляем на следующий день.`,
      slug,
      sku,
      stock,
      price: sum(price, 0),
      compareAtPrice: sum(before, 0),
      images: [image],
      categories: [planter.id('product-categories', shelf)],
      ...(isDraft ? { _status: 'draft' } : {}),
    },
    en: {
      title: en,
      shortDescription: about.en,
      description: `${about.en} We roast on Tuesdays and Fridays and ship the day after.`,
      price: sum(price, 1),
      compareAtPrice: sum(before, 1),
    },
  })
}
