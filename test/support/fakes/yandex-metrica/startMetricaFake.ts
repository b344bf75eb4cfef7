import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'

export const FAKE_METRICA = { counterId: '12345678', token: 'y0_FakeTokenOfTheCounter0123456' }

/** What the service says: an upload, or an error. */
export function metricaReply(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): LoopbackReply {
  const type = { 'content-type': 'application/json' }
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(body) }
}

export function metricaRefusal(
  status: number,
  type: string,
  headers: Record<string, string> = {},
): LoopbackReply {
  const message = `Error (${type})`
  const errors = [{ error_type: type, message }]
  return metricaReply(status, { errors, code: status, message }, headers)
}

const columns = ['UserId', 'ClientId', 'Yclid', 'Target', 'DateTime', 'Price', 'Currency']

export type MetricaFake = Pick<Loopback, 'url' | 'requests' | 'close'> & {
  /** Rows by column. */
  rows: Record<string, string>[]
}

/** Offline conversions on this machine; `script` answers instead when it returns anything but undefined. */
export async function startMetricaFake(
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<MetricaFake> {
  const rows: MetricaFake['rows'] = []
  const { close, requests, url } = await startLoopback((incoming) => {
    const scripted = script(incoming)
    return scripted === undefined ? answer(incoming, rows) : scripted
  })
  return { url, requests, close, rows }
}

function answer(request: LoopbackRequest, rows: MetricaFake['rows']): LoopbackReply {
  const { headers, method, path, query } = request
  if (headers.authorization !== `OAuth ${FAKE_METRICA.token}`)
    return metricaRefusal(403, 'invalid_token')
  const [, counter, rest] = /^\/management\/v1\/counter\/(\d+)(\/.*)?$/.exec(path) ?? []
  if (counter !== FAKE_METRICA.counterId) return metricaRefusal(403, 'access_denied')
  if (rest === undefined && method === 'GET')
    return metricaReply(200, { counter: { id: Number(counter), name: 'Магазин «Утро»' } })
  if (rest !== '/offline_conversions/upload' || method !== 'POST')
    return metricaRefusal(404, 'not_found')
  if (!/^[\p{L}\d]{0,255}$/u.test(query.get('comment') ?? ''))
    return metricaRefusal(400, 'invalid_parameter')
  const lines = fileOf(request)
  const read = lines === null ? null : rowsOf(lines)
  if (read === null) return metricaRefusal(400, 'invalid_uploading')
  rows.push(...read)
  return metricaReply(200, {
    uploading: {
      id: 700 + rows.length,
      line_quantity: read.length,
      type: 'BASIC',
      status: 'UPLOADED',
    },
  })
}

/** The lines of the one part that is called `file`. */
function fileOf({ body, headers }: LoopbackRequest): string[] | null {
  const [, boundary] =
    /^multipart\/form-data; boundary=(\S+)$/.exec(headers['content-type'] ?? '') ?? []
  if (boundary === undefined || !body.endsWith(`--${boundary}--\r\n`)) return null
  const [, part = ''] = body.split(`--${boundary}`)
  const [head = '', ...rest] = part.split('\r\n\r\n')
  if (!/name="file"; filename="[^"]+"/.test(head) || !/text\/csv/i.test(head)) return null
  return rest.join('\r\n\r\n').trimEnd().split('\n')
}

function rowsOf([header = '', ...lines]: string[]): Record<string, string>[] | null {
  const names = header.split(',')
  const isKnown = names.every((name) => columns.includes(name)) && names.includes('Target')
  if (!isKnown || !names.includes('DateTime') || lines.length === 0) return null
  if (!names.some((name) => ['UserId', 'ClientId', 'Yclid'].includes(name))) return null
  const rows = lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    )
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))
  })
  const isFit = rows.every(
    ({ Currency = 'RUB', DateTime = '', Price = '0' }) =>
      /^\d{10}$/.test(DateTime) && /^\d+(?:\.\d+)?$/.test(Price) && /^[A-Z]{3}$/.test(Currency),
  )
  return isFit ? rows : null
}
