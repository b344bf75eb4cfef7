import { get } from 'node:http'
import { testServicesVariable } from './testServicesVariable.ts'

const ask = (address: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const request = get(address, { agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        body += chunk
      })
      response.on('end', () =>
        response.statusCode === 200 ? resolve(body) : reject(new Error(body)),
      )
    })
    request.on('error', reject)
  })

let answer: Promise<string> | undefined

/** Connection string of the run's own Postgres (superuser, database `postgres`); starts it when needed. */
export const postgresAdminUrl = (): Promise<string> => {
  const address = process.env[testServicesVariable]
  if (address === undefined) {
    throw new Error(
      'no test services: tests run under jest with the globalSetup of jest.config.mjs',
    )
  }
  answer ??= ask(address)
  return answer
}
