import assert from 'node:assert/strict'

import type { Attempt } from '../channels/attempt.ts'
import type { Channel } from '../channels/channel.ts'
import { attemptOnce, CONTRACT_KEY } from './attemptOnce.ts'
import type { ArrangedChannel } from './channelSituation.ts'
import { previewOnce } from './previewOnce.ts'

type Check<Target> = (channel: Channel<Target>, arranged: ArrangedChannel<Target>) => Promise<void>

/** Another delivery of the same document. */
const NEXT_KEY = CONTRACT_KEY.replace(/2$/, '3')

/** That a channel does what its capabilities say, and nothing more: a name and a check each, against a receiver that accepts. */
export function capabilityTests<Target>(): { name: string; check: Check<Target> }[] {
  return [
    { name: 'its preview has text and HTML exactly when it declares them', check: assertMessage },
    { name: 'buttons and attachments arrive exactly when it declares them', check: assertParts },
    { name: 'upsert: two deliveries of one document leave one object', check: assertUpsert },
    {
      name: 'a text longer than its limit is shortened or divided and said so, or refused',
      check: assertOversize,
    },
  ]
}

async function assertMessage<Target>(
  channel: Channel<Target>,
  arranged: ArrangedChannel<Target>,
): Promise<void> {
  const { capabilities = {}, preview } = channel
  const shown = await previewOnce(channel, arranged)
  for (const kind of ['text', 'html'] as const) {
    const isDeclared = capabilities[kind] === true
    if (isDeclared) assert.ok(preview, `the channel declares ${kind}: give it \`preview\``)
    const isShown = (shown?.[kind] ?? '').trim() !== ''
    assert.ok(
      isShown === isDeclared,
      isDeclared
        ? `the channel declares ${kind} and its preview has none: arrange a target that has it`
        : `the preview has ${kind}, which the channel does not declare`,
    )
  }
}

const parts = {
  buttons: { by: 'receivedButtons', what: 'the addresses of the buttons' },
  attachments: { by: 'receivedAttachments', what: 'the names of the files' },
} as const

async function assertParts<Target>(
  channel: Channel<Target>,
  arranged: ArrangedChannel<Target>,
): Promise<void> {
  const { capabilities = {} } = channel
  let isSent = false
  for (const kind of ['buttons', 'attachments'] as const) {
    const isDeclared = capabilities[kind] === true
    const { by, what } = parts[kind]
    const received = arranged[by]
    const demand = `the channel declares ${kind}: give the arrangement \`${by}\`, ${what} that arrived`
    if (isDeclared) assert.ok(received, demand)
    if (received === undefined) continue
    if (!isSent) assertDelivered(await attemptOnce(channel, arranged))
    isSent = true
    const arrived = received()
    if (isDeclared)
      assert.ok(arrived.length > 0, `no ${kind} arrived: arrange a target that has some`)
    else assert.deepEqual(arrived, [], `${kind} arrived, which the channel does not declare`)
  }
}

async function assertUpsert<Target>(
  channel: Channel<Target>,
  arranged: ArrangedChannel<Target>,
): Promise<void> {
  const isDeclared = channel.capabilities?.upsert === true
  const { countObjects } = arranged
  if (isDeclared) {
    const demand =
      'the channel declares upsert: give the arrangement `countObjects`, how many objects there are at the service'
    assert.ok(countObjects, demand)
  } else {
    assert.ok(!channel.remoteObject, 'remoteObject goes with `capabilities.upsert`')
  }
  assertObjectName(channel, arranged)
  const first = await attemptOnce(channel, arranged)
  assertDelivered(first)
  const { remoteId } = first
  const isKept = channel.remoteObject !== undefined
  assert.equal(typeof remoteId, isKept ? 'string' : 'undefined', 'remoteId goes with remoteObject')
  if (countObjects === undefined) return
  const known = remoteId === undefined ? {} : { remoteId }
  const second = await attemptOnce(channel, arranged, { idempotencyKey: NEXT_KEY, ...known })
  assertDelivered(second)
  assert.equal(
    await countObjects(),
    isDeclared ? 1 : 2,
    isDeclared
      ? 'two deliveries of one document leave one object'
      : 'two deliveries of one document leave two objects, unless upsert is declared',
  )
  assert.equal(second.remoteId, remoteId, 'the object that was changed keeps its id')
}

async function assertOversize<Target>(
  channel: Channel<Target>,
  arranged: ArrangedChannel<Target>,
): Promise<void> {
  const most = channel.limits?.textLength
  if (most === undefined) return
  const { fields } = channel
  const field =
    fields.find(({ messagePart }) => messagePart === 'text') ??
    fields.find(({ name }) => name === 'text')
  assert.ok(field, 'the channel has `limits.textLength`: call the field of its text `text`')
  const target = { ...arranged.target, [field.name]: 'word '.repeat(Math.ceil(most / 4)) }
  const attempt = await attemptOnce(channel, { ...arranged, target })
  const reason = 'reason' in attempt ? attempt.reason : ''
  assert.notEqual(attempt.outcome, 'unavailable', `no try can heal it: ${attempt.code}: ${reason}`)
  if (attempt.outcome !== 'delivered') return
  assert.ok(attempt.note, 'what is not sent as it was written is said in the note')
}

function assertObjectName<Target>(
  { remoteObject, target: schema }: Channel<Target>,
  { confidential = [], secrets, target }: ArrangedChannel<Target>,
): void {
  if (remoteObject === undefined) return
  const name = remoteObject({ target: schema.parse(target), secrets })
  assert.ok(name, 'remoteObject names the object of the arranged target: arrange one per document')
  assert.ok(name.length <= 200 && !name.includes('\n'), `not a short line: ${name}`)
  for (const secret of [...Object.values(secrets), ...confidential].filter((text) => text !== ''))
    assert.ok(!name.includes(secret), 'remoteObject shows a secret')
}

function assertDelivered(
  attempt: Attempt,
): asserts attempt is Extract<Attempt, { outcome: 'delivered' }> {
  const reason = 'reason' in attempt ? attempt.reason : ''
  assert.equal(attempt.outcome, 'delivered', `${attempt.code}: ${reason}`)
}
