import { htmlPage } from './htmlPage.ts'

const texts = {
  en: {
    title: 'This link does not work',
    body: '<p>It is incomplete, or it is too old. Copy the whole link from the letter, or ask for a new one.</p>',
  },
  ru: {
    title: 'Ссылка не работает',
    body: '<p>Она скопирована не полностью или устарела. Скопируйте ссылку из письма целиком или запросите новую.</p>',
  },
}

/** For links that were cut off, made up or have ended (400). */
export function linkInvalidPage(language: 'en' | 'ru'): Response {
  return htmlPage({ language, status: 400, ...texts[language] })
}
