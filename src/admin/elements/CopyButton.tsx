'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import { useTexts } from '../texts/useTexts.ts'

/** Copies a text and says so, aloud too. */
export function CopyButton({ text }: { text: string }) {
  const { texts } = useTexts()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <Button buttonStyle="secondary" margin={false} onClick={copy} size="small" type="button">
      <span aria-live="polite">{isCopied ? texts.copied : texts.copy}</span>
    </Button>
  )
}
