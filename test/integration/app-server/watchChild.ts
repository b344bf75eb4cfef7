import { watchNpm } from '../../../src/app-server/watchNpm.ts'

// A process of its own for watchNpm.test.ts: says when it watches and when npm has gone.
watchNpm(() => {
  process.stdout.write('gone\n')
  process.exit(0)
})
// Only now: whoever reads it kills npm at once, and without it there would be nothing to watch.
process.stdout.write('watching\n')
setInterval(() => undefined, 1_000)
