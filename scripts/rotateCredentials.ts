import { FlowError } from '../src/kernel/flowError.ts'

/** `npm run credentials:rotate`: seals every stored secret again with the first key of FLOWMASTERS_ENCRYPTION_KEYS. */
Object.assign(process.env, { NODE_ENV: 'production' })
const { rotateCredentials } = await import('../src/app-server/rotateCredentials.ts')
const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
process.once('SIGTERM', () => stop.abort())
try {
  const { failed, resealed, rows } = await rotateCredentials(stop.signal)
  console.log(`${rows} rows looked at, ${resealed} secrets sealed with the newest key.`)
  for (const { code, collection, id } of failed) console.error(`  ${collection} ${id}: ${code}`)
  if (stop.signal.aborted) console.log('Stopped. Run it again to go on.')
  process.exit(failed.length > 0 || stop.signal.aborted ? 1 : 0)
} catch (error) {
  if (error instanceof FlowError) console.error([error.message, error.hint].join('\n  '))
  else console.error(error)
  process.exit(1)
}
