/** What a campaign says, by locale, as its row holds it. */
export type CampaignContent = {
  title: string
  subject: unknown
  preheader: unknown
  /** Rich text by locale, its pictures populated. */
  content: unknown
  html: unknown
  senderName: string | undefined
}

/** Reads the content of a campaign found with `locale: 'all'`. */
export function campaignContentOf(campaign: Readonly<Record<string, unknown>>): CampaignContent {
  const { content, html, preheader, senderName, subject, title } = campaign
  return {
    title: typeof title === 'string' ? title : '',
    subject,
    preheader,
    content,
    html,
    senderName: typeof senderName === 'string' && senderName !== '' ? senderName : undefined,
  }
}
