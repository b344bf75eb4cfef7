import { watchNpm } from '../../../src/app-server/watchNpm.ts'

// A process of its own for watchNpm.test.ts: says when it watches and when npm has gone.
process.stdout.write('watching\n')
watchNpm(() => {
  process.stdout.write('gone\n')
  process.exit(0)
})
setInterval(() => undefined, 1_000)
