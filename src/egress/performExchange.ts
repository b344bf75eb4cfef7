import type { Dispatcher } from 'undici'

import {
  createBodyCollector,
  type BodyCollector,
  type CollectedBody,
} from './createBodyCollector.ts'
import { egressError } from './egressError.ts'
import type { HttpRequest, HttpResponse } from './httpClient.ts'
import { onAbort } from './onAbort.ts'
import type { HttpTarget } from './parseTarget.ts'
import { toEgressError } from './toEgressError.ts'

export type ExchangeOptions = {
  dispatcher: Dispatcher
  request: HttpRequest
  target: HttpTarget
  headers: string[]
  timeoutMs: number
  maxResponseBytes: number
  /** Resolves when the host was vetted; undefined when that needed no waiting. */
  vetted: Promise<unknown> | undefined
}

/** One request and its answer under one deadline: DNS, connection, sending and reading all count. */
export function performExchange(options: ExchangeOptions): Promise<HttpResponse> {
  const { dispatcher, request, target, headers, timeoutMs, vetted } = options
  const { signal } = request
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    let isSettled = false
    let controller: Dispatcher.DispatchController | undefined
    let stopListening: (() => void) | undefined
    let status = 0
    let answerHeaders: Record<string, string> = {}
    let collector: BodyCollector | undefined

    const settle = (): boolean => {
      if (isSettled) return false
      isSettled = true
      clearTimeout(timer)
      stopListening?.()
      return true
    }
    const fail = (error: unknown): void => {
      if (!settle()) return
      const failure = toEgressError(error)
      reject(failure)
      controller?.abort(failure)
    }
    const settleWith = (collected: CollectedBody): void => {
      const durationMs = Math.round(performance.now() - startedAt)
      if (settle()) resolve({ status, headers: answerHeaders, ...collected, durationMs })
    }
    const succeed = (): void =>
      settleWith(collector?.result() ?? { body: '', isBodyTruncated: false })
    const cancel = (): void => fail(abortedError())
    const timer = setTimeout(() => fail(timeoutError(timeoutMs)), timeoutMs)
    if (signal?.aborted === true) return cancel()
    stopListening = signal === undefined ? undefined : onAbort(signal, cancel)

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: (started) => {
        controller = started
        if (isSettled) started.abort(abortedError())
      },
      onResponseStart: (running, statusCode, incoming) => {
        if (statusCode < 200) return
        status = statusCode
        answerHeaders = joinHeaders(incoming)
        collector = collectorOf({ status, headers: answerHeaders }, options)
        if (!declaresTooMuch({ status, headers: answerHeaders }, request)) return
        settleWith({ body: '', isBodyTruncated: true })
        running.abort(abortedError())
      },
      onResponseData: (running, chunk) => {
        if (isSettled || collector?.add(chunk) !== false) return
        succeed()
        running.abort(abortedError())
      },
      onResponseEnd: succeed,
      onResponseError: (_, error) => fail(error),
    }
    const dispatch = (): void => {
      if (isSettled) return
      const { method, body = null } = request
      try {
        dispatcher.dispatch(
          { origin: target.origin, path: target.path, method, headers, body },
          handler,
        )
      } catch (error) {
        fail(error)
      }
    }
    if (vetted === undefined) dispatch()
    else vetted.then(dispatch, fail)
  })
}

type AnswerStart = Pick<HttpResponse, 'status' | 'headers'>

function collectorOf(
  { headers, status }: AnswerStart,
  { maxResponseBytes, request: { bytesUpTo } }: ExchangeOptions,
): BodyCollector {
  const isBinary = bytesUpTo !== undefined && isSuccess(status)
  return createBodyCollector({
    maxBytes: isBinary ? bytesUpTo : maxResponseBytes,
    isBinary,
    isOpaque: (headers['content-encoding'] ?? 'identity') !== 'identity',
  })
}

/** A file that says at once that it is too long need not be read. */
function declaresTooMuch({ headers, status }: AnswerStart, { bytesUpTo }: HttpRequest): boolean {
  return (
    bytesUpTo !== undefined && isSuccess(status) && Number(headers['content-length']) > bytesUpTo
  )
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

function joinHeaders(
  incoming: Record<string, string | string[] | undefined>,
): Record<string, string> {
  const joined: Record<string, string> = {}
  for (const name of Object.keys(incoming)) {
    const value = incoming[name]
    if (value !== undefined) joined[name] = typeof value === 'string' ? value : value.join(', ')
  }
  return joined
}

function timeoutError(timeoutMs: number): Error {
  return egressError({
    code: 'FLOW_EGRESS_TIMEOUT',
    message: `no complete answer within ${timeoutMs} ms`,
    details: { variant: 'slow', seconds: timeoutMs / 1_000 },
  })
}

function abortedError(): Error {
  return egressError({ code: 'FLOW_EGRESS_ABORTED', message: 'the request was cancelled' })
}
