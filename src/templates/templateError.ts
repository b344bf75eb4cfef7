/** LiquidJS's sentence, which names the variable or tag and its line, on one line and without what it was given. */
export function describeTemplateError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n')[0] ?? '').slice(0, 300)
}

/** Whether the template itself is malformed, whatever the event. */
export function isTemplateSyntaxError(error: unknown): boolean {
  return error instanceof Error && /^(?:Parse|Tokenization)Error$/.test(error.name)
}
