/**
 * The door `flowmasters/testing/fakes`: services of the channels on this machine, for tests of sites and of channels. Each
 * refuses what its service refuses. They need nothing but Node.js and zod.
 */
export { amocrmReply } from './fakes/amocrm/amocrmReply.ts'
export {
  FAKE_AMOCRM_CODE,
  FAKE_AMOCRM_TOKEN,
  fakeIntegration,
} from './fakes/amocrm/amocrmTokens.ts'
export { type AmocrmFake, startAmocrmFake } from './fakes/amocrm/startAmocrmFake.ts'
export {
  type BitrixFake,
  type BitrixObjects,
  bitrixReply,
  FAKE_BITRIX_CODE,
  FAKE_BITRIX_URL,
  startBitrixFake,
} from './fakes/bitrix24/startBitrixFake.ts'
export {
  type DiscordFake,
  type DiscordPost,
  discordReply,
  FAKE_DISCORD_PATH,
  startDiscordFake,
} from './fakes/discord/startDiscordFake.ts'
export { fakeServiceAccount } from './fakes/fcm/fakeServiceAccount.ts'
export { FAKE_APP_TOKEN, fcmError, type FcmFake, startFcmFake } from './fakes/fcm/startFcmFake.ts'
export { FAKE_GA4, type Ga4Fake, startGa4Fake } from './fakes/ga4/startGa4Fake.ts'
export {
  fakeHttpSecrets,
  httpReply,
  type HttpRequestFake,
  startHttpRequestFake,
} from './fakes/http-request/startHttpRequestFake.ts'
export {
  FAKE_PEOPLE,
  type InAppFake,
  type InAppPerson,
  startInAppFake,
} from './fakes/in-app/startInAppFake.ts'
export { lptrackerDone, lptrackerFailure } from './fakes/lptracker/lptrackerReply.ts'
export {
  FAKE_LPTRACKER,
  type LptrackerFake,
  startLptrackerFake,
} from './fakes/lptracker/startLptrackerFake.ts'
export { FAKE_SENDPULSE_TOKEN } from './fakes/mailing/answerSendpulse.ts'
export {
  type ListedContact,
  mailingFakeAccounts,
  mailingReply,
} from './fakes/mailing/listedContact.ts'
export { type MailingFake, startMailingFake } from './fakes/mailing/startMailingFake.ts'
export {
  FAKE_META_DATASET,
  FAKE_META_TOKEN,
  type MetaCounted,
  metaError,
  type MetaFake,
  startMetaFake,
} from './fakes/meta-conversions/startMetaFake.ts'
export {
  FAKE_SLACK_PATH,
  type SlackFake,
  type SlackMessage,
  slackReply,
  startSlackFake,
} from './fakes/slack/startSlackFake.ts'
export type { PostedSms } from './fakes/sms/postedSms.ts'
export { smsFakeAccounts, smsFakeNumbers } from './fakes/sms/smsFakeAccounts.ts'
export { type SmsFake, startSmsFake } from './fakes/sms/startSmsFake.ts'
export {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from './fakes/startLoopback.ts'
export type { AcceptedMessage } from './fakes/telegram/checkSendMessage.ts'
export {
  FAKE_BOT_TOKEN,
  startTelegramFake,
  type TelegramFake,
  telegramReply,
} from './fakes/telegram/startTelegramFake.ts'
export {
  FAKE_UON_KEY,
  startUonFake,
  type UonFake,
  uonReply,
} from './fakes/uon-travel/startUonFake.ts'
export { FAKE_VK_PIXEL, startVkFake, type VkCounted, type VkFake } from './fakes/vk/startVkFake.ts'
export { createFakeBrowser, type FakeBrowser } from './fakes/web-push/createFakeBrowser.ts'
export {
  FAKE_VAPID,
  type ShownPush,
  startWebPushFake,
  type WebPushFake,
  webPushReply,
} from './fakes/web-push/startWebPushFake.ts'
export {
  type Answer,
  type Received,
  startWebhookReceiver,
  type WebhookReceiver,
} from './fakes/webhook/startWebhookReceiver.ts'
export {
  type AcceptedWhatsapp,
  FAKE_PHONE_NUMBER_ID,
  FAKE_WHATSAPP_TOKEN,
  startWhatsappFake,
  type WhatsappFake,
  whatsappReply,
} from './fakes/whatsapp/startWhatsappFake.ts'
export {
  FAKE_METRICA,
  type MetricaFake,
  metricaRefusal,
  metricaReply,
  startMetricaFake,
} from './fakes/yandex-metrica/startMetricaFake.ts'
