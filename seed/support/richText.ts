type Node = Record<string, unknown>

const node = (type: string, children: Node[], rest: Node = {}): Node => ({
  type,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  version: 1,
  ...rest,
})

/** A rich text of paragraphs; one that begins with `# ` is a heading. */
export function richText(...paragraphs: string[]): Node {
  const blocks = paragraphs.map((paragraph) => {
    const isHeading = paragraph.startsWith('# ')
    const text = isHeading ? paragraph.slice(2) : paragraph
    const words = {
      type: 'text',
      text,
      detail: 0,
      format: 0,
      mode: 'normal',
      style: '',
      version: 1,
    }
    return isHeading
      ? node('heading', [words], { tag: 'h2' })
      : node('paragraph', [words], { textFormat: 0, textStyle: '' })
  })
  return { root: node('root', blocks) }
}
