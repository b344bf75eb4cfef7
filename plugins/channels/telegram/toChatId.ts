const username = '[A-Za-z]\\w{3,31}'
const byName = new RegExp(`^(?:@|(?:https?://)?t\\.me/)(${username})(?:/\\d+)*/?$`)
const privateLink = /^(?:https?:\/\/)?t\.me\/c\/(\d{1,13})(?:\/\d+)*\/?$/
const webLink = /^https:\/\/web\.telegram\.org\/[a-z]\/#(-?\d{1,16})$/
const number = /^-?\d{1,16}$/

/**
 * A chat as the Bot API takes it: an id as a number, or `@name`. Also reads what people copy: links to a channel, to a
 * message of a closed group (`t.me/c/…`) and the address of the web client. Null when it is none of these.
 */
export function toChatId(text: string): number | string | null {
  const given = text.trim()
  const found = number.exec(given)?.[0] ?? webLink.exec(given)?.[1] ?? supergroup(given)
  if (found !== undefined) {
    const id = Number(found)
    return Number.isSafeInteger(id) && id !== 0 ? id : null
  }
  const title = byName.exec(given)?.[1]
  return title === undefined ? null : `@${title}`
}

/** Links leave out the prefix that ids of supergroups and channels carry. */
function supergroup(text: string): string | undefined {
  const id = privateLink.exec(text)?.[1]
  return id === undefined ? undefined : `-100${id}`
}
