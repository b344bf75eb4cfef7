import type { PayloadRequest } from 'payload'

/**
 * A request for operations inside an operation: the transaction, the notes, the person and the languages of `req` and
 * nothing else. Not `req` itself, because the Local API writes depth and locale into what it is given, and the outer
 * answer would change. Endpoints that open a transaction of their own take `asAction`.
 */
export function innerRequest(req: PayloadRequest): Partial<PayloadRequest> {
  const { context, headers, i18n, locale, transactionID, user } = req
  return {
    context,
    headers,
    i18n,
    user,
    ...(locale ? { locale } : {}),
    ...(transactionID === undefined ? {} : { transactionID }),
  }
}
