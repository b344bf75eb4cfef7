'use client'

import { useConfig, useFormFields } from '@payloadcms/ui'
import { useMemo } from 'react'

import { isCovered } from '../eventPicker/eventChoices.ts'
import { useCatalogue } from '../eventPicker/useCatalogue.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'
import { useTexts } from '../texts/useTexts.ts'
import type { FieldChoice } from './fieldChoices.ts'
import { fieldChoices } from './fieldChoices.ts'
import type { LabelSource } from './fieldLabel.ts'

/** The values that conditions may look at, for the events chosen in the same form, and how to call them. */
export function useFieldChoices(): { choices: FieldChoice[]; labels: LabelSource } {
  const { config } = useConfig()
  const { language } = useTexts()
  const { areas } = useCatalogue()
  const chosen = useFormFields(([fields]) => fields['events']?.value)
  const key = Array.isArray(chosen) ? chosen.join(' ') : ''
  return useMemo(() => {
    const patterns = key.split(' ').filter(Boolean)
    const isChosen = (type: string) => patterns.includes(type) || isCovered(type, patterns)
    const wanted = areas
      .map((area) => ({ ...area, types: area.types.filter(({ type }) => isChosen(type)) }))
      .filter(({ types }) => types.length > 0)
    const locales = config.localization ? config.localization.locales : []
    const choices = fieldChoices(
      wanted.flatMap(({ types }) => types.map(({ schema }) => schema)),
      locales.map(({ code }) => code),
    )
    // An area is called like the collection it is about, where there is one.
    const fields = config.collections
      .filter(({ slug }) => wanted.some((area) => area.slug === slug))
      .flatMap((collection) => collection.fields)
    const names = locales.map(({ code, label }) => [code, pickLocalised(label, language) || code])
    return { choices, labels: { fields, locales: Object.fromEntries(names), language } }
  }, [areas, config, key, language])
}
