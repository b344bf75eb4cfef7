'use client'

import {
  Gutter,
  SetDocumentStepNav,
  SetDocumentTitle,
  useConfig,
  useDocumentInfo,
} from '@payloadcms/ui'
import type { ReactNode } from 'react'

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
      {config && <SetDocumentTitle collectionConfig={config} fallback={title} />}
      <Gutter className="fm-view">{children}</Gutter>
    </>
  )
}
