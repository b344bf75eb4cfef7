import { runDemo } from '../demo/runDemo.ts'

/** `npm run demo`: a shop's day, event by event. `--quiet` prints only the tables. */
Object.assign(process.env, { NODE_ENV: 'production' })
const isQuiet = process.argv.includes('--quiet')
const isRight = await runDemo({ isQuiet, write: (line) => console.log(line) })
process.exit(isRight ? 0 : 1)
