import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** What the sources say about one error code. */
type ErrorEntry = { code: string; files: Set<string>; meanings: Set<string>; hints: Set<string> }

const folders = ['src', 'collections', 'hooks', 'plugins', 'config', 'seed']
const wholeCode = /^FLOW_[A-Z]+(?:_[A-Z0-9]+)+(?=$|:)/

const sourcesIn = (projectDir: string): string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(join(projectDir, folder), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => /\.tsx?$/.test(path))
    .sort()

const isComparison = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) || ts.isLiteralTypeNode(node) || ts.isCaseClause(node)

/** A sentence with `…` where the program fills something in; undefined when there is none. */
const sentenceOf = (node: ts.Expression | undefined): string | undefined => {
  if (node === undefined) return undefined
  // A sentence in several languages.
  if (ts.isObjectLiteralExpression(node)) return sentenceOf(propertyOf(node, 'en'))
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
  }
  return undefined
}

const propertyOf = (object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  object.properties
    .filter(ts.isPropertyAssignment)
    .find((property) => property.name.getText() === name)?.initializer

const enclosingObject = (node: ts.Node): ts.ObjectLiteralExpression | undefined => {
  let current = node.parent
  while (ts.isConditionalExpression(current) || ts.isPropertyAssignment(current)) {
    current = current.parent
  }
  return ts.isObjectLiteralExpression(current) ? current : undefined
}

const visit = (node: ts.Node, found: (code: string, node: ts.Node) => void): void => {
  const text = ts.isStringLiteralLike(node) || ts.isIdentifier(node) ? node.text : ''
  const code = wholeCode.exec(text)?.[0]
  if (code !== undefined && !isComparison(node.parent)) found(code, node)
  ts.forEachChild(node, (child) => visit(child, found))
}

const describe = (entry: ErrorEntry, node: ts.Node): void => {
  const text = ts.isStringLiteralLike(node) ? node.text : ''
  if (text.startsWith(`${entry.code}: `)) entry.meanings.add(text.slice(entry.code.length + 2))
  const object = enclosingObject(node)
  if (object === undefined) return
  const meaning = sentenceOf(propertyOf(object, 'message'))
  const isKey = ts.isPropertyAssignment(node.parent) && node.parent.name === node
  const hint = isKey
    ? sentenceOf((node.parent as ts.PropertyAssignment).initializer)
    : sentenceOf(propertyOf(object, 'hint'))
  if (meaning !== undefined && !isKey) entry.meanings.add(meaning)
  if (hint !== undefined) entry.hints.add(hint)
}

const cell = (texts: Iterable<string>): string =>
  [...texts].map((text) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim()).join('<br>')

/** The page docs/errors.md: every `FLOW_*` code of the sources, where it arises and what it means. */
export const errorTable = (projectDir: string): string => {
  const entries = new Map<string, ErrorEntry>()
  for (const path of sourcesIn(projectDir)) {
    const source = ts.createSourceFile(
      path,
      readFileSync(join(projectDir, path), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    )
    visit(source, (code, node) => {
      const fresh = {
        code,
        files: new Set<string>(),
        meanings: new Set<string>(),
        hints: new Set<string>(),
      }
      const entry = entries.get(code) ?? fresh
      entries.set(code, entry)
      entry.files.add(`\`${path}\``)
      describe(entry, node)
    })
  }
  const rows = [...entries.values()]
    .sort((left, right) => (left.code < right.code ? -1 : 1))
    .map(
      ({ code, files, meanings, hints }) =>
        `| \`${code}\` | ${cell(meanings)} | ${cell(hints)} | ${cell(files)} |`,
    )
  return [
    '# Errors',
    '',
    'Every error the engine raises carries one of these codes: match on the code, show the sentence.',
    'In the sentences … stands for what is filled in at run time.',
    'This page is generated from the sources by `npm run generate:docs`; do not edit it.',
    '',
    '| Code | What happened | What to do | Where |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
