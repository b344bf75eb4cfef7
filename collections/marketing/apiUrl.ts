import type { Payload } from 'payload'

/**
 * Where readers reach the API, such as `https://shop.example/api`. From the configuration and never from a request:
 * whoever writes the Host header would choose where our letters point.
 */
export function apiUrl(payload: Pick<Payload, 'config'>): string {
  const { custom, routes, serverURL } = payload.config
  const local: unknown = custom?.['localOrigin']
  const origin = serverURL || (typeof local === 'string' ? local : 'http://localhost:3000')
  return `${origin.replace(/\/+$/, '')}${routes.api}`
}
