import { NewChannelError } from './newChannelError.ts'

/** A text that goes before the last place that `anchor` matches. */
export type Insertion = { anchor: RegExp; text: string }

/** @throws NewChannelError PROJECT_CHANGED when the file no longer looks as this script knows it */
export function insertText(file: string, given: string, insertions: readonly Insertion[]): string {
  return insertions.reduce((left, { anchor, text }) => {
    const found = [...left.matchAll(new RegExp(anchor, 'gm'))].at(-1)
    if (found === undefined) {
      throw new NewChannelError(
        'PROJECT_CHANGED',
        `${file} no longer has a line like ${anchor}: register the channel by hand, or teach scripts/new-channel.`,
      )
    }
    return `${left.slice(0, found.index)}${text}${left.slice(found.index)}`
  }, given)
}
