'use client'

import {
  Gutter,
  SetDocumentStepNav,
  SetDocumentTitle,
  useConfig,
  useDocumentInfo,
  useDocumentTitle,
} from '@payloadcms/ui'
import { type ReactNode, useEffect } from 'react'

/** Frame of a read-only document: path and title like every document, no form and so nothing to save or delete. */
export function ViewFrame({ children, title }: { children: ReactNode; title: string }) {
  const { collectionSlug = '', id } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const config = getEntityConfig({ collectionSlug })
  return (
    <>
      <SetDocumentStepNav
        collectionSlug={collectionSlug}
        {...(id === undefined ? {} : { id })}
        pluralLabel={config?.labels.plural ?? collectionSlug}
        useAsTitle={config?.admin.useAsTitle ?? 'id'}
      />
      {config && config.admin.useAsTitle !== 'id' && (
        <SetDocumentTitle collectionConfig={config} fallback={title} />
      )}
      {config?.admin.useAsTitle === 'id' && <Titled title={title} />}
      <Gutter className="fm-view">{children}</Gutter>
    </>
  )
}

/** Payload would call a document that has no title of its own by its bare id. */
function Titled({ title }: { title: string }) {
  const { setDocumentTitle, title: shown } = useDocumentTitle()
  useEffect(() => {
    if (shown === title) return
    // Payload sets the id in an effect of its own, which comes after this one.
    const timer = setTimeout(() => setDocumentTitle(title))
    return () => clearTimeout(timer)
  }, [setDocumentTitle, shown, title])
  return null
}
