'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import { useTexts } from '../texts/useTexts.ts'

/** Copies a text and says so, aloud too; `label` says what is copied where that is not plain to see. */
export function CopyButton({ label, text }: { label?: string; text: string }) {
  const { texts } = useTexts()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <Button buttonStyle="secondary" margin={false} onClick={copy} size="small" type="button">
      <span aria-live="polite">{isCopied ? texts.copied : (label ?? texts.copy)}</span>
    </Button>
  )
}
