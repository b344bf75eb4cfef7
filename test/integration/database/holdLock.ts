import { appendFileSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { withFileLock } from '../../../src/database/embedded/withFileLock.ts'

// A process of its own for fileLock.test.ts: takes the lock over and over, and says when it was not alone.
const [file = '', log = '', rounds = '0'] = process.argv.slice(2)
const inside = `${file}.inside`
process.stdout.write('ready\n')
for (let round = 0; round < Number(rounds); round += 1) {
  await withFileLock({
    file,
    timeoutMs: 60_000,
    work: async () => {
      appendFileSync(log, existsSync(inside) ? 'together\n' : 'alone\n')
      writeFileSync(inside, String(process.pid))
      await new Promise((resolve) => setImmediate(resolve))
      rmSync(inside, { force: true })
    },
  })
}
