'use client'

import { useTranslation } from '@payloadcms/ui'

import type { Localised } from '../../kernel/localised.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'

/** What the channel of a block can do, and its limits. */
export function ChannelAbilities({ line }: { line: Localised }) {
  const { i18n } = useTranslation()
  return (
    <div className="field-type">
      <p className="fm-muted">{pickLocalised(line, i18n.language)}</p>
    </div>
  )
}
