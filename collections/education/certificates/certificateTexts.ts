/** Languages certificates and their public page come in. */
export type CertificateLanguage = 'ru' | 'en'

type CertificateTexts = {
  certificate: string
  certifies: string
  completed: string
  number: string
  issued: string
  verify: string
  holder: string
  course: string
  revokedOn: string
  valid: string
  revoked: string
  unknown: string
  unknownHint: string
}

/** The words of certificates and of their public page. */
export const certificateTexts: Readonly<Record<CertificateLanguage, CertificateTexts>> = {
  ru: {
    certificate: 'Сертификат',
    certifies: 'подтверждает, что',
    completed: 'успешно прошёл(а) курс',
    number: 'Номер',
    issued: 'Дата выдачи',
    verify: 'Проверить подлинность',
    holder: 'Владелец',
    course: 'Курс',
    revokedOn: 'Отозван',
    valid: 'Сертификат действителен',
    revoked: 'Сертификат отозван',
    unknown: 'Такого сертификата нет',
    unknownHint: 'Проверьте, верно ли введён код.',
  },
  en: {
    certificate: 'Certificate',
    certifies: 'This certifies that',
    completed: 'has successfully completed the course',
    number: 'Number',
    issued: 'Issued on',
    verify: 'Check this certificate',
    holder: 'Holder',
    course: 'Course',
    revokedOn: 'Revoked on',
    valid: 'This certificate is valid',
    revoked: 'This certificate was revoked',
    unknown: 'There is no such certificate',
    unknownHint: 'Please check the code for typing errors.',
  },
}
