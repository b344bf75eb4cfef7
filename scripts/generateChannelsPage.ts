import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { channelsPage } from './channelsPage.ts'

const projectDir = resolve(fileURLToPath(import.meta.url), '../..')
writeFileSync(join(projectDir, 'docs/channels/README.md'), channelsPage())
