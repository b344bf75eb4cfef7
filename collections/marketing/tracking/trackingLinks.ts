import type { Payload } from 'payload'

import { createTokenSigner } from '../../../src/credentials/signedToken.ts'
import { apiUrl } from '../apiUrl.ts'

type Site = Pick<Payload, 'config' | 'secret'>

/** Tokens longer than this cannot be read back. */
const MAX_TOKEN = 2_000

const openSigner = (site: Site) => createTokenSigner(site.secret, 'campaign-open')
const clickSigner = (site: Site) => createTokenSigner(site.secret, 'campaign-click')

/** Links that tell which letter was opened and where its reader went. They never end: old letters are read too. */
export const trackingLinks = {
  /** Address of the picture that shows a letter was opened. */
  open: (site: Site, recipientId: string): string =>
    `${apiUrl(site)}/email-campaigns/open/${openSigner(site).sign({ subject: recipientId })}`,

  /** Id of the recipient. */
  readOpen: (site: Site, token: string): string | undefined =>
    openSigner(site).read(token, 0)?.subject,

  /** Leads to `target` by way of us. A target too long to be signed is given back as it is, uncounted. */
  click: (site: Site, recipientId: string, target: string): string => {
    const token = clickSigner(site).sign({ subject: `${recipientId} ${target}` })
    return token.length > MAX_TOKEN ? target : `${apiUrl(site)}/email-campaigns/click/${token}`
  },

  readClick: (site: Site, token: string): { recipientId: string; target: string } | undefined => {
    const subject = clickSigner(site).read(token, 0)?.subject
    if (subject === undefined) return undefined
    const gap = subject.indexOf(' ')
    return { recipientId: subject.slice(0, gap), target: subject.slice(gap + 1) }
  },
}
