import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'

export const FAKE_VK_PIXEL = '3123456'

/** One conversion as it was counted. */
export type VkCounted = { goal: string; value: string; visitor: [string, string] }

export type VkFake = Pick<Loopback, 'url' | 'requests' | 'close'> & { counted: VkCounted[] }

/** The counter of VK Ads on this machine; `script` answers instead when it returns anything but undefined. */
export async function startVkFake(
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<VkFake> {
  const counted: VkCounted[] = []
  const { close, requests, url } = await startLoopback((incoming) => {
    const scripted = script(incoming)
    return scripted === undefined ? answer(incoming, counted) : scripted
  })
  return { url, requests, close, counted }
}

const shape = /^(\d+);e=RG:(\d*(?:\.\d+)?)\/([^;]+);(rb_clickid|userid)=([^;]+)$/

/** A picture to whatever comes, as counters do; only what is right is counted. */
function answer({ method, path, query }: LoopbackRequest, counted: VkCounted[]): LoopbackReply {
  if (method !== 'GET' || path !== '/tracker') return { status: 404, body: '' }
  // The whole query is one parameter to whoever separates by "&", and comes decoded.
  const [, pixel, value = '', goal = '', name = '', visitor = ''] =
    shape.exec(query.get('id') ?? '') ?? []
  if (pixel === FAKE_VK_PIXEL) counted.push({ goal, value, visitor: [name, visitor] })
  return { status: 200, headers: { 'content-type': 'image/gif' }, body: 'GIF89a' }
}
