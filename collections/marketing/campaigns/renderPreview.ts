import type { PayloadRequest } from 'payload'

import { getRuntime } from '../../../src/runtime/getRuntime.ts'
import { apiUrl } from '../apiUrl.ts'
import { type LetterReader, type RenderedLetter, renderLetter } from '../letters/renderLetter.ts'
import { newsletterSettingsOf } from '../newsletterSettingsOf.ts'
import { loadCampaign } from '../sending/loadCampaign.ts'

/** A campaign as this reader would get it, with the links as they were written and nothing that counts. */
export async function renderPreview(
  { payload }: Pick<PayloadRequest, 'payload'>,
  id: number | string,
  reader: LetterReader,
): Promise<RenderedLetter & { senderName: string | undefined }> {
  const content = await loadCampaign(payload, id)
  const settings = await newsletterSettingsOf(payload)
  const letter = await renderLetter({
    content,
    settings,
    reader,
    templates: getRuntime(payload).templates,
    origin: new URL(apiUrl(payload)).origin,
    links: {
      unsubscribeUrl: `${apiUrl(payload)}/newsletter-subscribers/unsubscribe`,
      pixelUrl: undefined,
      track: (url) => url,
    },
  })
  return { ...letter, senderName: content.senderName ?? settings.senderName }
}
