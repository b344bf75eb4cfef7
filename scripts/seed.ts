import { FlowError } from '../src/kernel/flowError.ts'

/** `npm run seed`: a month of a coffee shop in the application's own database. `--yes`: even among somebody's work. */
Object.assign(process.env, { NODE_ENV: 'production' })
const { runSeed } = await import('../seed/runSeed.ts')
try {
  await runSeed({ isForced: process.argv.includes('--yes'), write: (line) => console.log(line) })
  process.exit(0)
} catch (error) {
  if (error instanceof FlowError) console.error([error.message, error.hint].join('\n  '))
  else console.error(error)
  process.exit(1)
}
