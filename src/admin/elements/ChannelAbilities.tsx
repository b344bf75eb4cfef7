'use client'

import { useTranslation } from '@payloadcms/ui'

import type { Localised } from '../../kernel/localised.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'

/** What the channel of a block can do, and its limits. */
export function ChannelAbilities({ line }: { line: Localised }) {
  const { i18n } = useTranslation()
  return <p className="field-type fm-muted">{pickLocalised(line, i18n.language)}</p>
}
