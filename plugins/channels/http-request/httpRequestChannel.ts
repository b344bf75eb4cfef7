import { defineChannel } from '../../../src/index.ts'
import { checkHttpRequest } from './checkHttpRequest.ts'
import { deliverHttpRequest } from './deliverHttpRequest.ts'
import { httpRequestFields } from './httpRequestFields.ts'
import { httpRequestReasons } from './httpRequestReasons.ts'
import { type HttpRequestTarget, httpRequestTarget } from './httpRequestTarget.ts'
import { previewHttpRequest } from './previewHttpRequest.ts'

const MAX_LINE = 160

/** Calls any HTTP API: address, method, headers, body and what counts as success are chosen in the form. */
export const httpRequestChannel = defineChannel<HttpRequestTarget>({
  slug: 'http-request',
  label: { en: 'HTTP request', ru: 'HTTP-запрос' },
  description: {
    en: 'Calls the API of another system the way that system wants it.',
    ru: 'Обращается к API другой системы так, как она того требует.',
  },
  fields: httpRequestFields,
  target: httpRequestTarget,
  validate: checkHttpRequest,
  describeTarget: ({ method, url }) => {
    const line = `${method} ${url.replace(/^https?:\/\//i, '').split(/[?#]/)[0]}`
      .replaceAll(/\s+/g, ' ')
      .trim()
    return line.length > MAX_LINE ? `${line.slice(0, MAX_LINE - 1)}…` : line
  },
  reasons: httpRequestReasons,
  preview: previewHttpRequest,
  deliver: deliverHttpRequest,
})
