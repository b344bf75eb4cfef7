import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { eventTypes } from './eventTypes.ts'

const projectDir = resolve(fileURLToPath(import.meta.url), '../..')
writeFileSync(join(projectDir, 'src/consumer/eventTypes.ts'), await eventTypes())
