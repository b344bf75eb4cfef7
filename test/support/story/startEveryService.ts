import { channelsFrom } from '../../../config/channelsFrom.ts'
import type { AnyChannel } from '../../../src/channels/channel.ts'
import { FAKE_AMOCRM_TOKEN } from '../fakes/amocrm/amocrmTokens.ts'
import { startAmocrmFake } from '../fakes/amocrm/startAmocrmFake.ts'
import {
  FAKE_BITRIX_CODE,
  FAKE_BITRIX_URL,
  startBitrixFake,
} from '../fakes/bitrix24/startBitrixFake.ts'
import { FAKE_DISCORD_PATH, startDiscordFake } from '../fakes/discord/startDiscordFake.ts'
import { fakeServiceAccount } from '../fakes/fcm/fakeServiceAccount.ts'
import { FAKE_APP_TOKEN, startFcmFake } from '../fakes/fcm/startFcmFake.ts'
import { FAKE_GA4, startGa4Fake } from '../fakes/ga4/startGa4Fake.ts'
import {
  fakeHttpSecrets,
  startHttpRequestFake,
} from '../fakes/http-request/startHttpRequestFake.ts'
import { FAKE_LPTRACKER, startLptrackerFake } from '../fakes/lptracker/startLptrackerFake.ts'
import { mailingFakeAccounts } from '../fakes/mailing/listedContact.ts'
import { startMailingFake } from '../fakes/mailing/startMailingFake.ts'
import {
  FAKE_META_DATASET,
  FAKE_META_TOKEN,
  startMetaFake,
} from '../fakes/meta-conversions/startMetaFake.ts'
import { FAKE_SLACK_PATH, startSlackFake } from '../fakes/slack/startSlackFake.ts'
import { smsFakeAccounts } from '../fakes/sms/smsFakeAccounts.ts'
import { startSmsFake } from '../fakes/sms/startSmsFake.ts'
import type { LoopbackReply, LoopbackRequest } from '../fakes/startLoopback.ts'
import { FAKE_BOT_TOKEN, startTelegramFake } from '../fakes/telegram/startTelegramFake.ts'
import { FAKE_UON_KEY, startUonFake } from '../fakes/uon-travel/startUonFake.ts'
import { FAKE_VK_PIXEL, startVkFake } from '../fakes/vk/startVkFake.ts'
import {
  FAKE_PHONE_NUMBER_ID,
  FAKE_WHATSAPP_TOKEN,
  startWhatsappFake,
} from '../fakes/whatsapp/startWhatsappFake.ts'
import { FAKE_VAPID, startWebPushFake } from '../fakes/web-push/startWebPushFake.ts'
import { FAKE_METRICA, startMetricaFake } from '../fakes/yandex-metrica/startMetricaFake.ts'
import { startReceiver } from '../receiver/startReceiver.ts'

/** What a service got: method, path and body of each request, in order. */
type Heard = Pick<LoopbackRequest, 'method' | 'path' | 'body'> & { query?: URLSearchParams }

/** Every service of the application's channels on this machine. */
export type EveryService = {
  channels: AnyChannel[]
  /** Entries of a subscription, one for each channel. */
  entries: { blockType: string; [field: string]: unknown }[]
  /** Tokens and keys of the entries: nothing that is shown may hold one. */
  secrets: readonly string[]
  /** Devices for the customer to register, as `POST /api/push/devices` takes them. */
  devices: readonly object[]
  /** By channel; letters are not among them. */
  heard: () => Record<string, readonly Heard[]>
  close: () => Promise<void>
}

/** Answers instead of a service; undefined: the service itself does. */
export type Troubles = Partial<
  Record<'telegram' | 'slack' | 'bitrix24', () => LoopbackReply | undefined>
>

const text = 'Заказ {{ data.current.number }}: {{ data.current.customerName }}'
const phone = '{{ data.current.customerPhone }}'
const email = '{{ data.current.customerEmail }}'
const recipient = '{{ data.current.customer }}'

/** Starts them all; `now` is the clock of those that look at it. `isUnlimited`: they take as much as comes. */
export async function startEveryService(
  troubles: Troubles,
  now: () => number,
  { isUnlimited = false }: { isUnlimited?: boolean } = {},
): Promise<EveryService> {
  const fakes = {
    telegram: await startTelegramFake(() => troubles.telegram?.()),
    slack: await startSlackFake(() => troubles.slack?.()),
    discord: await startDiscordFake(),
    'http-request': await startHttpRequestFake(),
    vk: await startVkFake(),
    'yandex-metrica': await startMetricaFake(),
    ga4: await startGa4Fake(),
    'meta-conversions': await startMetaFake(),
    whatsapp: await startWhatsappFake(),
    sms: await startSmsFake('smsru'),
    bitrix24: await startBitrixFake(() => troubles.bitrix24?.()),
    lptracker: await startLptrackerFake(),
    'uon-travel': await startUonFake(),
    mailing: await startMailingFake('unisender'),
    amocrm: await startAmocrmFake(
      undefined,
      isUnlimited ? { perSecond: Number.POSITIVE_INFINITY } : {},
    ),
    fcm: await startFcmFake({ now }),
  }
  const push = await startWebPushFake()
  const browser = push.subscribe()
  const token = `${FAKE_APP_TOKEN}-of-every-channel`
  const webhook = await startReceiver()
  const { apiKey, list } = mailingFakeAccounts.unisender
  return {
    channels: channelsFrom({
      TELEGRAM_API_URL: fakes.telegram.url,
      SLACK_API_URL: fakes.slack.url,
      DISCORD_API_URL: fakes.discord.url,
      VK_TRACKER_URL: fakes.vk.url,
      YANDEX_METRICA_API_URL: fakes['yandex-metrica'].url,
      GOOGLE_ANALYTICS_API_URL: fakes.ga4.url,
      META_API_URL: fakes['meta-conversions'].url,
      WHATSAPP_API_URL: fakes.whatsapp.url,
      SMSRU_API_URL: fakes.sms.url,
      BITRIX24_API_URL: fakes.bitrix24.url,
      AMOCRM_API_URL: fakes.amocrm.url,
      LPTRACKER_API_URL: fakes.lptracker.url,
      UON_API_URL: fakes['uon-travel'].url,
      UNISENDER_API_URL: fakes.mailing.url,
      VAPID_SUBJECT: FAKE_VAPID.subject,
      WEB_PUSH_SERVICE_URL: push.url,
      FCM_API_URL: fakes.fcm.url,
      FCM_TOKEN_URL: fakes.fcm.tokenUrl,
    }),
    entries: [
      { blockType: 'webhook', url: webhook.url },
      {
        blockType: 'email',
        to: email,
        subject: text,
        body: text,
        html: '<p>{{ data.current.customerName }}</p>',
      },
      { blockType: 'in-app', title: text, link: '/account/orders/{{ data.current.id }}' },
      { blockType: 'telegram', botToken: FAKE_BOT_TOKEN, chatId: '-1001234567890', text },
      { blockType: 'slack', webhookUrl: `${fakes.slack.url}${FAKE_SLACK_PATH}`, text },
      { blockType: 'discord', webhookUrl: `${fakes.discord.url}${FAKE_DISCORD_PATH}`, text },
      {
        blockType: 'http-request',
        url: `${fakes['http-request'].url}/bearer/orders`,
        bodyKind: 'json',
        auth: 'bearer',
        token: fakeHttpSecrets.token,
        mapping: [
          { to: 'number', from: { path: 'data.current.number' } },
          { to: 'total', from: { path: 'data.current.total.$locale.amount' } },
          { to: 'contact.name', from: { path: 'data.current.customerName' } },
        ],
      },
      { blockType: 'vk', pixelId: FAKE_VK_PIXEL },
      { blockType: 'yandex-metrica', ...FAKE_METRICA },
      {
        blockType: 'ga4',
        ...FAKE_GA4,
        mapping: [{ to: 'client_id', from: { template: 'customer-{{ data.current.customer }}' } }],
      },
      { blockType: 'meta-conversions', datasetId: FAKE_META_DATASET, accessToken: FAKE_META_TOKEN },
      {
        blockType: 'whatsapp',
        phoneNumberId: FAKE_PHONE_NUMBER_ID,
        accessToken: FAKE_WHATSAPP_TOKEN,
        to: phone,
        text,
      },
      {
        blockType: 'sms',
        provider: 'smsru',
        apiKey: smsFakeAccounts.smsru.apiKey,
        to: phone,
        text,
      },
      {
        blockType: 'bitrix24',
        webhookUrl: FAKE_BITRIX_URL,
        title: text,
        name: '{{ data.current.customerName }}',
        phone,
        email,
      },
      {
        blockType: 'amocrm',
        domain: 'example.amocrm.ru',
        accessToken: FAKE_AMOCRM_TOKEN,
        identity: 'event',
        title: text,
        name: '{{ data.current.customerName }}',
        phone,
        email,
      },
      {
        blockType: 'lptracker',
        ...FAKE_LPTRACKER,
        project: String(FAKE_LPTRACKER.project),
        identity: 'event',
        title: text,
        name: '{{ data.current.customerName }}',
        phone,
      },
      {
        blockType: 'uon-travel',
        apiKey: FAKE_UON_KEY,
        name: '{{ data.current.customerName }}',
        phone,
        email,
        note: text,
      },
      { blockType: 'mailing', provider: 'unisender', apiKey, list, email },
      { blockType: 'web-push', recipient, title: text, privateKey: FAKE_VAPID.privateKey },
      { blockType: 'fcm', recipient, title: text, serviceAccount: fakeServiceAccount.json },
    ],
    secrets: [
      FAKE_BOT_TOKEN,
      FAKE_SLACK_PATH,
      FAKE_DISCORD_PATH,
      fakeHttpSecrets.token,
      FAKE_METRICA.token,
      FAKE_GA4.apiSecret,
      FAKE_META_TOKEN,
      FAKE_WHATSAPP_TOKEN,
      smsFakeAccounts.smsru.apiKey,
      FAKE_BITRIX_CODE,
      FAKE_AMOCRM_TOKEN,
      FAKE_LPTRACKER.password,
      'fakeTokenOfLogin1',
      FAKE_UON_KEY,
      apiKey,
      FAKE_VAPID.privateKey,
      fakeServiceAccount.privateKey.split('\n')[1] ?? '',
      browser.endpoint,
      new URL(browser.endpoint).pathname,
      browser.keys.auth,
      token,
    ],
    devices: [
      { kind: 'web-push', subscription: browser },
      { kind: 'fcm', token },
    ],
    heard: () => ({
      webhook: webhook.requests,
      // As the browser decrypts it: on the way every message is other bytes.
      'web-push': push.shown.map(({ message }) => ({
        method: 'POST',
        path: '/',
        body: JSON.stringify(message),
      })),
      ...Object.fromEntries(Object.entries(fakes).map(([name, { requests }]) => [name, requests])),
      fcm: fakes.fcm.requests.filter(({ path }) => path !== '/token'),
    }),
    close: async () => {
      await Promise.all([
        webhook.close(),
        push.close(),
        ...Object.values(fakes).map((fake) => fake.close()),
      ])
    },
  }
}
