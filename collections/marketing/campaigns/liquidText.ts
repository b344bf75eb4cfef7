import type { PayloadRequest } from 'payload'

import { FlowError } from '../../../src/kernel/flowError.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'
import { textFor } from '../../textFor.ts'

const templates = createTemplateRenderer()

/** A field's `validate`: empty, or text whose Liquid parses. */
export function liquidText(value: unknown, { req }: { req: PayloadRequest }): string | true {
  if (typeof value !== 'string' || value === '') return true
  try {
    templates.check(value)
    return true
  } catch (error) {
    if (!(error instanceof FlowError)) throw error
    const reason = error.message.replace(/^\[flowmasters\] FLOW_\w+: /, '')
    return textFor(req, {
      en: `The template is broken: ${reason}`,
      ru: `Ошибка в шаблоне: ${reason}`,
    })
  }
}
