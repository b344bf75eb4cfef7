'use client'

import { useTranslation } from '@payloadcms/ui'

import type { Texts } from './en.ts'
import { textsFor } from './textsFor.ts'

/** Texts in the language the reader chose for the admin, with its code for `Intl`. */
export function useTexts(): { texts: Texts; language: string } {
  const { i18n } = useTranslation()
  return { texts: textsFor(i18n.language), language: i18n.language }
}
