import type { Texts } from './en.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

/** Texts for a language of the admin; English for a language we do not have. */
export function textsFor(language: string): Texts {
  return language === 'ru' ? ru : en
}
