/** Why a message did not go out, or what is to be said about one that did. */
export const discordReasons = {
  busy: {
    en: 'Discord asks to wait: too many messages',
    ru: 'Discord просит подождать: слишком много сообщений',
  },
  broken: {
    en: 'Discord answered with an error of its own ({status})',
    ru: 'у Discord внутренняя ошибка ({status})',
  },
  foreign: {
    en: 'the answer is not Discord’s ({status}): something stands in between',
    ru: 'ответил не Discord ({status}): между нами кто-то ещё, например прокси',
  },
  gone: {
    en: 'this webhook was deleted; make a new one in the settings of the channel',
    ru: 'этот вебхук удалён; создайте новый в настройках канала',
  },
  token: {
    en: 'the webhook does not take this address any more; copy the new one',
    ru: 'вебхук больше не принимает этот адрес; скопируйте новый',
  },
  refused: {
    en: 'Discord refused the message: {detail}',
    ru: 'Discord не принял сообщение: {detail}',
  },
  cut: {
    en: 'the text was longer than {most} characters and was cut',
    ru: 'текст был длиннее {most} знаков и обрезан',
  },
  link_left_out: {
    en: 'the link of the title is not a web address, left out',
    ru: 'ссылка заголовка не похожа на веб-адрес и пропущена',
  },
  avatar_left_out: {
    en: 'the picture of the sender is not a web address, left out',
    ru: 'адрес картинки отправителя не похож на веб-адрес и пропущен',
  },
  FLOW_DISCORD_URL_MISSING: {
    en: 'no webhook address is set.',
    ru: 'адрес вебхука не задан: укажите его в подписке или в переменной DISCORD_WEBHOOK_URL.',
  },
  FLOW_DISCORD_URL_INVALID: {
    en: 'this is not the address of a Discord webhook.',
    ru: 'это не адрес вебхука Discord: он выглядит как https://discord.com/api/webhooks/123…/….',
  },
  FLOW_DISCORD_TEXT_EMPTY: {
    en: 'the text of the message is empty for this event.',
    ru: 'текст сообщения для этого события пустой.',
  },
  FLOW_DISCORD_THREAD_INVALID: {
    en: '{thread} is not an id of a thread.',
    ru: '{thread} — не номер ветки: нужно целое число, например 1130000000000000000.',
  },
  FLOW_DISCORD_THREAD_TWICE: {
    en: 'a message goes either into a thread or into a new forum post.',
    ru: 'сообщение уходит либо в ветку, либо в новую публикацию форума: заполните что-то одно.',
  },
} as const
