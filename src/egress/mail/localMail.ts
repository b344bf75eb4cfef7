/** What the local outbox knows of one mail; stored beside the `.eml` file as `.json`. */
export type LocalMail = {
  /** Name of the files without extension; sorts by time. */
  id: string
  /** When it was kept, ISO 8601. */
  keptAt: string
  from: string
  to: string[]
  subject: string
  text: string
  html: string | null
  replyTo: string | null
  messageId: string
  /** The files that went along; they lie in the `.eml`. */
  attachments: { filename: string; contentType: string; bytes: number }[]
  /** True for letters about accounts, such as a link that sets a new password: administrators alone may read them. */
  isPrivate: boolean
  /** File name of the whole message, ready for any mail program. */
  emlFile: string
}
