import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { errorTable } from './errorTable.ts'

const projectDir = resolve(fileURLToPath(import.meta.url), '../..')
writeFileSync(join(projectDir, 'docs/errors.md'), errorTable(projectDir))
