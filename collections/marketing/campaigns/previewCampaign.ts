import * as z from 'zod'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { isStaff } from '../../access/isStaff.ts'
import { campaignOfPath } from './campaignOfPath.ts'
import { renderPreview } from './renderPreview.ts'

/** `GET /api/email-campaigns/:id/preview?locale=&name=`: the letter as a reader would get it, `{ subject, text, html }`. */
export const previewCampaign = defineEndpoint({
  method: 'get',
  path: '/:id/preview',
  access: isStaff,
  query: z.looseObject({
    locale: z.enum(['ru', 'en']).optional(),
    name: z.string().max(200).optional(),
  }),
  handle: async ({ param, query, req }) => {
    const { id } = await campaignOfPath(req, param('id'))
    const { html, subject, text } = await renderPreview(req, id, {
      email: req.user?.email ?? 'reader@example.com',
      name: query.name ?? null,
      locale: query.locale ?? 'ru',
    })
    return jsonResponse({ subject, text, html })
  },
})
