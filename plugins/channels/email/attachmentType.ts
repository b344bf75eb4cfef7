import { MIMEType } from 'node:util'

const unknown = 'application/octet-stream'

/** The media type of a file as its server says. Types that have a structure of their own inside a letter are not believed. */
export function attachmentType(header: string | undefined): string {
  if (header === undefined) return unknown
  try {
    const { essence, params, type } = new MIMEType(header)
    if (type === 'multipart' || type === 'message') return unknown
    const charset = params.get('charset') ?? ''
    // A text without its encoding is read wrongly; nothing else goes along.
    return type === 'text' && /^[\w.:+-]{1,40}$/.test(charset)
      ? `${essence}; charset=${charset}`
      : essence
  } catch {
    // A header that is no media type says nothing.
    return unknown
  }
}
