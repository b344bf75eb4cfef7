/** Both versions of a letter. */
type Bodies = { text: string; html: string }

const words = { en: 'Unsubscribe', ru: 'Отписаться от рекламы' }

/** The letter with a link to leave; one whose template has the link already stays as it is. */
export function withUnsubscribeFooter(
  { html, text }: Bodies,
  { locale, url }: { url: string; locale: string | null },
): Bodies {
  const word = locale === 'ru' ? words.ru : words.en
  const line = `<p style="color:#6b6b66"><a href="${url}">${word}</a></p>`
  const end = html.toLowerCase().lastIndexOf('</body>')
  const place = end < 0 ? html.length : end
  return {
    text: text.includes(url) ? text : `${text.trimEnd()}\n\n${word}: ${url}\n`,
    html: html.includes(url) ? html : `${html.slice(0, place)}${line}${html.slice(place)}`,
  }
}
