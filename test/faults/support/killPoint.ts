import pg from 'pg'

/** Where in its own SQL a process dies. */
export type KillPoint = {
  /** Source of a regular expression over the statement's text. */
  match: string
  /** Counts only on a connection that has already sent a statement matching this. */
  behind?: string
  /** Before it is sent; on its way, so that nobody knows whether it took effect; after its answer has come. */
  moment: 'before' | 'sent' | 'after'
  /** Which matching statement is the last one. @default 1 */
  nth?: number
  /** Statements answered with fewer rows do not count (moment `after`). @default 0 */
  minRows?: number
}

type Callback = (error: unknown, result: { rowCount: number | null }) => void
type Query = (this: object, ...args: unknown[]) => unknown

/** The death no handler sees; not one more statement of this process runs. */
function die(): never {
  process.kill(process.pid, 'SIGKILL')
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000)
}

const textOf = (query: unknown): string => {
  if (typeof query === 'string') return query
  const text: unknown = Object(query).text
  return typeof text === 'string' ? text : ''
}

const prototype = pg.Client.prototype as unknown as { query: Query }
const original = prototype.query
let disarm: () => void = () => undefined

/** Makes this process die at a statement. The product knows nothing of it: the driver is what is changed. */
export function armKillPoint(point: KillPoint | null): void {
  disarm()
  if (!point) return
  const match = new RegExp(point.match, 'i')
  const behind = point.behind === undefined ? undefined : new RegExp(point.behind, 'i')
  const entitled = new WeakSet<object>()
  let left = point.nth ?? 1
  const isLast = (): boolean => {
    left -= 1
    return left === 0
  }
  const onAnswer = ({ rowCount }: { rowCount: number | null }): void => {
    if ((rowCount ?? 0) >= (point.minRows ?? 0) && isLast()) die()
  }
  const patched: Query = function patched(...args) {
    const text = textOf(args[0])
    const counts = match.test(text) && (behind === undefined || entitled.has(this))
    if (behind?.test(text)) entitled.add(this)
    if (!counts) return original.apply(this, args)
    if (point.moment === 'after') return runThen(this, args, onAnswer)
    if (!isLast()) return original.apply(this, args)
    if (point.moment === 'before') die()
    setImmediate(die)
    return original.apply(this, args)
  }
  prototype.query = patched
  disarm = () => {
    prototype.query = original
  }
}

function runThen(
  client: object,
  args: unknown[],
  onAnswer: (result: { rowCount: number | null }) => void,
): unknown {
  const callback = args.at(-1)
  if (typeof callback === 'function') {
    const wrapped: Callback = (error, result) => {
      if (!error) onAnswer(result)
      callback(error, result)
    }
    return original.apply(client, [...args.slice(0, -1), wrapped])
  }
  const answer = original.apply(client, args) as Promise<{ rowCount: number | null }>
  return answer.then((result) => {
    onAnswer(result)
    return result
  })
}
