import type { SeedContext } from '../seedContext.ts'
import { drawPicture, type Motif } from '../support/drawPicture.ts'

/** A picture of the media library, drawn here; the id. */
export function plantPicture(
  { manager: by, planter }: Pick<SeedContext, 'manager' | 'planter'>,
  name: string,
  { en, motif, ru }: { ru: string; en: string; motif: Motif },
): Promise<number> {
  return planter.plant({
    collection: 'media',
    name,
    at: planter.moments.ago(73, 15),
    by,
    data: { alt: ru },
    en: { alt: en },
    file: () => drawPicture(`zerno-${name}`, motif),
  })
}
