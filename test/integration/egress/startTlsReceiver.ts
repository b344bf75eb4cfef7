import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'

/** A certificate and its key, PEM. */
export type Certificate = { cert: string; key: string }

/** An authority of the test's own. */
export const createAuthority = async (name: string): Promise<Certificate> => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  })
  return { cert, key }
}

/** A certificate for `host`, signed by the authority, or by itself when there is none. */
export const createCertificate = async ({
  authority,
  from = new Date(Date.now() - 86_400_000),
  host,
  until = new Date(Date.now() + 86_400_000),
}: {
  host: string
  authority?: Certificate
  from?: Date
  until?: Date
}): Promise<Certificate> => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: from,
    notAfterDate: until,
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
    ],
    ...(authority ? { ca: authority } : {}),
  })
  return { cert, key }
}

/** A receiver on loopback that speaks TLS with the given certificate, under the name `hooks.example`. */
export const startTlsReceiver = async (
  certificate: Certificate,
): Promise<{ url: string; requests: () => number; close: () => Promise<void> }> => {
  let requests = 0
  const server = createServer(certificate, (_request, response) => {
    requests += 1
    response.end('ok')
  })
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `https://hooks.example:${(server.address() as AddressInfo).port}/hook`,
    requests: () => requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
