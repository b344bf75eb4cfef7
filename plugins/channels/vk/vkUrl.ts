import type { VkConversion } from './vkConversion.ts'
import { vkError } from './vkError.ts'

/** The address that counts a conversion: parts separated by ";", the goal as `RG:value/name`. @throws FLOW_VK_PIXEL_… */
export function vkUrl(
  apiUrl: string,
  pixelId: string | null,
  { goal, rb_clickid: click, userid, value }: VkConversion['fields'],
): string {
  if (pixelId === null) throw vkError.pixelMissing()
  if (!/^\d{1,15}$/.test(pixelId)) throw vkError.pixelInvalid()
  const visitor =
    click === undefined
      ? `userid=${encodeURIComponent(userid ?? '')}`
      : `rb_clickid=${encodeURIComponent(click)}`
  const event = `RG%3A${value ?? ''}/${encodeURIComponent(goal)}`
  return `${apiUrl.replace(/\/+$/, '')}/tracker?id=${pixelId};e=${event};${visitor}`
}
