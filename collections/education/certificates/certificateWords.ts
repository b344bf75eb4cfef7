import type { CertificateRow } from './certificateRow.ts'
import type { CertificateLanguage } from './certificateTexts.ts'

/** The parts of a certificate that depend on the language. */
export const certificateWords = {
  /** The course's title in this language, or in the one it has. */
  course: (row: CertificateRow, language: CertificateLanguage): string =>
    row.courseTitle[language] || Object.values(row.courseTitle).find(Boolean) || '',

  /** `21 ноября 2026 г.`; empty for no date. The day is that of UTC, so that every print says the same. */
  date: (iso: string, language: CertificateLanguage): string =>
    iso === ''
      ? ''
      : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
          new Date(iso),
        ),
}
