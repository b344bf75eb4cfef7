import { renderText } from './renderText.ts'

/** As `renderText`, in one line. */
export async function renderLine(
  input: Parameters<typeof renderText>[0],
  template: string | null,
): Promise<string> {
  return (await renderText(input, template)).replaceAll(/\s+/g, ' ')
}
