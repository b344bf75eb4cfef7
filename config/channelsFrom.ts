import { createAmocrmChannel } from '../plugins/channels/amocrm/amocrmChannel.ts'
import { createBitrixChannel } from '../plugins/channels/bitrix24/bitrixChannel.ts'
import { createDiscordChannel } from '../plugins/channels/discord/discordChannel.ts'
import { createEmailChannel } from '../plugins/channels/email/emailChannel.ts'
import { httpRequestChannel } from '../plugins/channels/http-request/httpRequestChannel.ts'
import { inAppChannel } from '../plugins/channels/in-app/inAppChannel.ts'
import { createLptrackerChannel } from '../plugins/channels/lptracker/lptrackerChannel.ts'
import { createMailingChannel } from '../plugins/channels/mailing/mailingChannel.ts'
import { createSlackChannel } from '../plugins/channels/slack/slackChannel.ts'
import { createSmsChannel } from '../plugins/channels/sms/smsChannel.ts'
import { createTelegramChannel } from '../plugins/channels/telegram/telegramChannel.ts'
import { createWhatsappChannel } from '../plugins/channels/whatsapp/whatsappChannel.ts'
import { createUonTravelChannel } from '../plugins/channels/uon-travel/uonTravelChannel.ts'
import { webhookChannel } from '../plugins/channels/webhook/webhookChannel.ts'
import { createMetaConversionsChannel } from '../plugins/channels/meta-conversions/metaConversionsChannel.ts'
import { createGa4Channel } from '../plugins/channels/ga4/ga4Channel.ts'
import { createYandexMetricaChannel } from '../plugins/channels/yandex-metrica/yandexMetricaChannel.ts'
import { createVkChannel } from '../plugins/channels/vk/vkChannel.ts'
import { createWebPushChannel } from '../plugins/channels/web-push/webPushChannel.ts'
import { createFcmChannel } from '../plugins/channels/fcm/fcmChannel.ts'
import type { AnyChannel } from '../src/channels/channel.ts'

type Env = Readonly<Record<string, string | undefined>>

/** The channels of the application, in the order of the form; accounts and addresses of services may come from the environment. */
export function channelsFrom(env: Env): AnyChannel[] {
  return [
    webhookChannel,
    createEmailChannel({ statusSecret: env['FLOWMASTERS_MAIL_STATUS_SECRET'] }),
    inAppChannel,
    createTelegramChannel({ apiUrl: env['TELEGRAM_API_URL'], botToken: env['TELEGRAM_BOT_TOKEN'] }),
    createSlackChannel({ apiUrl: env['SLACK_API_URL'], webhookUrl: env['SLACK_WEBHOOK_URL'] }),
    createDiscordChannel({
      apiUrl: env['DISCORD_API_URL'],
      webhookUrl: env['DISCORD_WEBHOOK_URL'],
    }),
    httpRequestChannel,
    createVkChannel({ apiUrl: env['VK_TRACKER_URL'] }),
    createYandexMetricaChannel({ apiUrl: env['YANDEX_METRICA_API_URL'] }),
    createGa4Channel({ apiUrl: env['GOOGLE_ANALYTICS_API_URL'] }),
    createMetaConversionsChannel({ apiUrl: env['META_API_URL'] }),
    createWhatsappChannel({
      apiUrl: env['WHATSAPP_API_URL'],
      accessToken: env['WHATSAPP_ACCESS_TOKEN'],
      phoneNumberId: env['WHATSAPP_PHONE_NUMBER_ID'],
      appSecret: env['WHATSAPP_APP_SECRET'],
      verifyToken: env['WHATSAPP_VERIFY_TOKEN'],
    }),
    createSmsChannel({
      provider: env['SMS_PROVIDER'],
      account: env['SMS_ACCOUNT'],
      apiKey: env['SMS_API_KEY'],
      sender: env['SMS_SENDER'],
      apiUrls: {
        smsru: env['SMSRU_API_URL'],
        smsc: env['SMSC_API_URL'],
        mobizon: env['MOBIZON_API_URL'],
        twilio: env['TWILIO_API_URL'],
      },
    }),
    createBitrixChannel({
      apiUrl: env['BITRIX24_API_URL'],
      webhookUrl: env['BITRIX24_WEBHOOK_URL'],
    }),
    createAmocrmChannel({
      apiUrl: env['AMOCRM_API_URL'],
      domain: env['AMOCRM_DOMAIN'],
      accessToken: env['AMOCRM_ACCESS_TOKEN'],
    }),
    createLptrackerChannel({ apiUrl: env['LPTRACKER_API_URL'] }),
    createUonTravelChannel({ apiUrl: env['UON_API_URL'] }),
    createMailingChannel({
      apiUrls: {
        unisender: env['UNISENDER_API_URL'],
        sendpulse: env['SENDPULSE_API_URL'],
        getresponse: env['GETRESPONSE_API_URL'],
      },
    }),
    createWebPushChannel({
      publicKey: env['VAPID_PUBLIC_KEY'],
      privateKey: env['VAPID_PRIVATE_KEY'],
      subject: env['VAPID_SUBJECT'],
      serviceUrl: env['WEB_PUSH_SERVICE_URL'],
    }),
    createFcmChannel({
      serviceAccount: env['FCM_SERVICE_ACCOUNT'],
      apiUrl: env['FCM_API_URL'],
      tokenUrl: env['FCM_TOKEN_URL'],
    }),
  ]
}
