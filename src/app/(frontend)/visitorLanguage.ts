import { headers } from 'next/headers'

import { preferredLanguage } from './preferredLanguage.ts'

/** The language of the current request's visitor. */
export async function visitorLanguage(): Promise<'en' | 'ru'> {
  return preferredLanguage((await headers()).get('accept-language'))
}
