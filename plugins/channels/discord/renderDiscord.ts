import {
  createReasons,
  cutText,
  type DeliverInput,
  type SaidReason,
  templateScope,
} from '../../../src/index.ts'
import { discordError } from './discordError.ts'
import { discordMentions } from './discordMentions.ts'
import { discordLimits, type DiscordMessage } from './discordMessage.ts'
import { discordReasons } from './discordReasons.ts'
import type { DiscordTarget } from './discordTarget.ts'
import { escapeDiscord } from './escapeDiscord.ts'
import { toThreadId } from './toThreadId.ts'

const because = createReasons(discordReasons)

/** A message ready to go, the thread it goes to, and what was left out of it. */
export type RenderedDiscord = {
  message: DiscordMessage
  threadId: string | null
  remarks: SaidReason[]
}

const SUPPRESS_EMBEDS = 1 << 2
const SUPPRESS_NOTIFICATIONS = 1 << 12

type RenderInput = Pick<DeliverInput<DiscordTarget>, 'event' | 'target' | 'templates'>

/** Makes the message of one delivery. Throws FLOW_TEMPLATE_… and FLOW_DISCORD_… errors, which no further try can heal. */
export async function renderDiscord(input: RenderInput): Promise<RenderedDiscord> {
  const { event, target, templates } = input
  const scope = templateScope(event)
  const line = async (template: string | null, isMarkup = false): Promise<string> => {
    if (template === null) return ''
    const options = isMarkup ? { escapeValue: escapeDiscord } : {}
    return (await templates.render(template, scope, options)).replaceAll(/\s+/g, ' ').trim()
  }
  const text = (await templates.render(target.text, scope, { escapeValue: escapeDiscord })).trim()
  const words = { text, title: await line(target.title, true) }
  const link = webAddress(await line(target.titleUrl), 'link_left_out')
  const avatar = webAddress(await line(target.avatarUrl), 'avatar_left_out')
  const body = words.title === '' ? plain(words.text) : card(words, link.url, input)
  const username = cutText(await line(target.username), discordLimits.username)
  const threadName = cutText(await line(target.threadName), discordLimits.threadName)
  return {
    message: {
      ...body.part,
      ...(username === '' ? {} : { username }),
      ...(avatar.url === undefined ? {} : { avatar_url: avatar.url }),
      ...(threadName === '' ? {} : { thread_name: threadName }),
      ...flagsOf(target, words.title !== ''),
      allowed_mentions: discordMentions(target.text).allowed,
    },
    threadId: toThreadId(await line(target.threadId)),
    remarks: [...body.remarks, ...link.remarks, ...avatar.remarks],
  }
}

type Body = { part: Pick<DiscordMessage, 'content' | 'embeds'>; remarks: SaidReason[] }

function plain(text: string): Body {
  if (text === '') throw discordError.textEmpty()
  const { isCut, kept } = cut(text, discordLimits.content)
  return { part: { content: kept }, remarks: isCut ? [cutRemark(discordLimits.content)] : [] }
}

/** Mentions inside a card alert nobody, so they stand above it too. */
function card(
  { text, title }: { text: string; title: string },
  url: string | undefined,
  { event, target }: RenderInput,
): Body {
  const { isCut, kept } = cut(text, discordLimits.description)
  const mentions = cutText(discordMentions(target.text).written.join(' '), discordLimits.content)
  const embed = {
    title: cut(title, discordLimits.title).kept,
    ...(kept === '' ? {} : { description: kept }),
    ...(url === undefined ? {} : { url }),
    ...(target.colour === null
      ? {}
      : { color: Number.parseInt(target.colour.trim().slice(1), 16) }),
    timestamp: event.timestamp,
  }
  return {
    part: { ...(mentions === '' ? {} : { content: mentions }), embeds: [embed] },
    remarks: isCut ? [cutRemark(discordLimits.description)] : [],
  }
}

const cutRemark = (most: number): SaidReason => because('cut', { most })

/** Never in the middle of an escaped sign: its backslash would be left over. */
function cut(text: string, most: number): { kept: string; isCut: boolean } {
  const kept = cutText(text, most)
  if (kept === text) return { kept, isCut: false }
  const backslashes = /(\\*)…$/.exec(kept)?.[1]?.length ?? 0
  return { kept: backslashes % 2 === 1 ? `${kept.slice(0, -2)}…` : kept, isCut: true }
}

/** Discord takes a card for a preview of links: hiding them would hide the card. */
function flagsOf(
  { isPreviewHidden, isSilent }: DiscordTarget,
  isCard: boolean,
): Pick<DiscordMessage, 'flags'> {
  const flags =
    (isSilent ? SUPPRESS_NOTIFICATIONS : 0) | (isPreviewHidden && !isCard ? SUPPRESS_EMBEDS : 0)
  return flags === 0 ? {} : { flags }
}

function webAddress(
  text: string,
  key: 'link_left_out' | 'avatar_left_out',
): { url?: string; remarks: SaidReason[] } {
  if (text === '') return { remarks: [] }
  const isAddress = /^https?:\/\/[^\s/]+\S*$/i.test(text) && URL.canParse(text)
  return isAddress ? { url: text, remarks: [] } : { remarks: [because(key)] }
}
