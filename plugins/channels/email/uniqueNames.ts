/** The names with a number where two would be the same, so that a mail program keeps both files. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const [, stem = name, extension = ''] = /^(.+?)(\.[^.]+)?$/.exec(name) ?? []
    let free = name
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) {
      free = `${stem} (${number})${extension}`
    }
    taken.add(free.toLowerCase())
    return free
  })
}
