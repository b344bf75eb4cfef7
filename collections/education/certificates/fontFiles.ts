import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { FlowError } from '../../../src/kernel/flowError.ts'

const folder = join('node_modules', 'dejavu-fonts-ttf', 'ttf')

/**
 * The files of the DejaVu fonts, which have Cyrillic. Looked for upwards from here and from the working folder, because in
 * a bundle this file is somewhere else. Throws FLOW_CERTIFICATE_FONTS_MISSING.
 */
export function fontFiles(): { regular: string; bold: string } {
  const starts = [dirname(fileURLToPath(import.meta.url)), process.cwd()]
  const found = starts
    .flatMap(ancestors)
    .map((start) => join(start, folder))
    .find((path) => existsSync(path))
  if (found === undefined) {
    throw new FlowError({
      code: 'FLOW_CERTIFICATE_FONTS_MISSING',
      message: 'the fonts of certificates are not installed',
      hint: 'Run npm ci: the package dejavu-fonts-ttf is missing.',
    })
  }
  return { regular: join(found, 'DejaVuSans.ttf'), bold: join(found, 'DejaVuSerif-Bold.ttf') }
}

function ancestors(start: string): string[] {
  const parent = dirname(start)
  return parent === start ? [start] : [start, ...ancestors(parent)]
}
