import { readFileSync } from 'node:fs'

/** A process and the one that started it. */
type Link = { pid: number; parent: number }

const maxDepth = 4
const pollMs = 500

const read = (pid: number, name: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}

/** Field 4 of /proc/<pid>/stat, counted behind the name, which may hold anything. */
const parentOf = (pid: number): number =>
  Number(read(pid, 'stat').split(') ').at(-1)?.split(' ')[1] ?? 0)

const isNpm = (pid: number): boolean => /(^|[/\0])npm(-cli\.js)?[\0 ]/.test(read(pid, 'cmdline'))

const linksToNpm = (pid: number, depth = 0): Link[] | undefined => {
  const parent = parentOf(pid)
  if (depth === maxDepth || parent <= 1) return undefined
  const link = { pid, parent }
  if (isNpm(parent)) return [link]
  const rest = linksToNpm(parent, depth + 1)
  return rest === undefined ? undefined : [link, ...rest]
}

/**
 * Calls `onGone` once when the `npm start` above this process has ended. npm passes SIGTERM on to the
 * shell between us only, and on Linux that shell dies of it without telling anybody.
 */
export const watchNpm = (onGone: () => void): void => {
  const links = process.platform === 'linux' ? linksToNpm(process.pid) : undefined
  if (links === undefined) return
  const timer = setInterval(() => {
    if (links.every(({ pid, parent }) => parentOf(pid) === parent)) return
    clearInterval(timer)
    onGone()
  }, pollMs)
  timer.unref()
}
