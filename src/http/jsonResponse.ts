/** A JSON answer that no cache keeps: what the API tells is for one person and one moment. */
export function jsonResponse(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
