import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { architecturePage } from './architecturePage.ts'

const projectDir = resolve(fileURLToPath(import.meta.url), '../..')
writeFileSync(join(projectDir, 'docs/architecture.md'), architecturePage(projectDir))
