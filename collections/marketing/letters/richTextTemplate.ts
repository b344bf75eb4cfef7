import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html'

type EditorState = Parameters<typeof convertLexicalToHTML>[0]['data']

const liquid = /\{\{.*?\}\}|\{%.*?%\}/gs
const entity = /&(amp|lt|gt|quot|#39);/g
const signs: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
}

/** Rich text as an HTML template. The editor escapes quotes everywhere; inside of `{{ … }}` they are Liquid's. */
export function richTextTemplate(content: unknown): string {
  if (!isEditorState(content)) return ''
  const html = convertLexicalToHTML({ data: content, disableContainer: true })
  return html.replace(liquid, (tag) =>
    tag.replace(entity, (whole, name: string) => signs[name] ?? whole),
  )
}

function isEditorState(content: unknown): content is EditorState {
  return (
    typeof content === 'object' &&
    content !== null &&
    'root' in content &&
    typeof content.root === 'object' &&
    content.root !== null &&
    'children' in content.root
  )
}
