import * as z from 'zod'

import type { LoopbackReply, LoopbackRequest } from '../startLoopback.ts'

/** An answer in JSON. */
export function jsonReply(status: number, body: unknown, headers = {}): LoopbackReply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
}

/** The fields of a form; null when it is none, or a field stands twice. */
export function formOf(request: LoopbackRequest): Record<string, string> | null {
  if (request.method !== 'POST') return null
  if (request.headers['content-type'] !== 'application/x-www-form-urlencoded') return null
  const entries = [...new URLSearchParams(request.body)]
  const fields = Object.fromEntries(entries)
  return Object.keys(fields).length === entries.length ? fields : null
}

/** What a message may hold in every service: E.164 digits, and a text. */
export const digits = z.string().regex(/^\+?[1-9]\d{6,14}$/)
