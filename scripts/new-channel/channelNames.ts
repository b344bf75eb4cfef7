import { NewChannelError } from './newChannelError.ts'

/** One name as all places write it. */
export type ChannelNames = {
  /** `parcel-desk` */
  slug: string
  /** `parcelDesk` */
  camel: string
  /** `ParcelDesk` */
  pascal: string
  /** `PARCEL_DESK` */
  upper: string
  /** `Parcel desk`, for people. */
  title: string
}

/** Postgres cuts names at 63 characters, and those of a channel's tables and enums stand around the slug. */
const MOST = 24

/** @throws NewChannelError NAME_MISSING, NAME_INVALID */
export function channelNames(given: string | undefined): ChannelNames {
  const slug = given ?? ''
  if (slug.trim() === '') {
    throw new NewChannelError(
      'NAME_MISSING',
      'No name is given. For example: npm run new:channel parcel-desk',
    )
  }
  if (!/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(slug) || slug.length > MOST) {
    throw new NewChannelError(
      'NAME_INVALID',
      `${JSON.stringify(slug)} is no name for a channel: lower-case words with hyphens between them (kebab-case), at most ${MOST} characters, for example parcel-desk.`,
    )
  }
  const words = slug.split('-')
  const pascal = words.map(capital).join('')
  return {
    slug,
    camel: `${pascal.charAt(0).toLowerCase()}${pascal.slice(1)}`,
    pascal,
    upper: words.join('_').toUpperCase(),
    title: capital(words.join(' ')),
  }
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
