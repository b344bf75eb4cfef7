import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { eventsPage } from './eventsPage.ts'

const projectDir = resolve(fileURLToPath(import.meta.url), '../..')
writeFileSync(join(projectDir, 'docs/events.md'), eventsPage())
