/** What the server brings for subscriptions that bring no account. */
export type AmocrmDefaults = {
  /** Where all accounts lead: a proxy or a fake. @default the account's own host */
  apiUrl?: string | undefined
  domain?: string | undefined
  /** A long-lived token. */
  accessToken?: string | undefined
}
