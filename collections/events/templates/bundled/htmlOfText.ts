/** The HTML part of a bundled message: its subject as a heading and its text in paragraphs, in the frame of all mails. */
export function htmlOfText(subject: string, text: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((part) => `<p style="margin:0 0 16px">${part.replaceAll('\n', '<br>\n')}</p>`)
  const heading = `<h1 style="margin:0 0 16px;font-size:22px;line-height:28px">${subject}</h1>`
  return `{% layout "mail" %}{% block content %}${[heading, ...paragraphs].join('\n')}{% endblock %}`
}
