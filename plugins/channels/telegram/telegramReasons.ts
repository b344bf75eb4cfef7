/** Why a message did not go out, or what is to be said about one that did. */
export const telegramReasons = {
  busy: {
    en: 'Telegram asks to wait: too many messages',
    ru: 'Telegram просит подождать: слишком много сообщений',
  },
  broken: {
    en: 'Telegram answered with an error of its own ({status})',
    ru: 'у Telegram внутренняя ошибка ({status})',
  },
  foreign: {
    en: 'the answer is not Telegram’s ({status}): something stands in between',
    ru: 'ответил не Telegram ({status}): между нами кто-то ещё, например прокси',
  },
  token: {
    en: 'Telegram does not know this bot token; take the current one from @BotFather',
    ru: 'Telegram не знает такого токена бота; возьмите действующий у @BotFather',
  },
  blocked: { en: 'the person has blocked the bot', ru: 'человек заблокировал бота' },
  deactivated: { en: 'the person’s account was deleted', ru: 'аккаунт человека удалён' },
  kicked: { en: 'the bot was removed from the chat', ru: 'бота удалили из чата' },
  chat_deleted: { en: 'the chat was deleted', ru: 'чат удалён' },
  not_member: {
    en: 'the bot is not in the chat; add it there',
    ru: 'бота нет в чате; добавьте его туда',
  },
  not_started: {
    en: 'a bot may not write first; the person has to open it and press Start',
    ru: 'бот не может написать первым; человек должен открыть его и нажать «Старт»',
  },
  no_rights: {
    en: 'the bot may not write in this chat; give it the right to post',
    ru: 'боту нельзя писать в этот чат; дайте ему право публиковать сообщения',
  },
  chat_not_found: {
    en: 'Telegram finds no such chat, or the bot has never been in it',
    ru: 'Telegram не находит такого чата, или бот в нём никогда не состоял',
  },
  thread_not_found: { en: 'the topic was not found', ru: 'тема в группе не найдена' },
  refused: { en: 'Telegram refused it: {description}', ru: 'Telegram отказал: {description}' },
  split: {
    en: 'the text was long and went out as {count} messages',
    ru: 'текст был длинным и ушёл несколькими сообщениями: {count}',
  },
  split_broken: {
    en: '{sent} of {count} messages had been sent before; another try begins with the first one',
    ru: 'до этого ушло сообщений: {sent} из {count}; новая попытка начнёт с первого',
  },
  cut: {
    en: 'the text was longer than {most} characters and was cut',
    ru: 'текст был длиннее {most} знаков и обрезан',
  },
  sent_plain: {
    en: 'Telegram could not read the formatting, so the text went out plain: {description}',
    ru: 'Telegram не понял оформление, и текст ушёл без него: {description}',
  },
  migrated: {
    en: 'the group has become a supergroup; put its new id into the subscription: {chat}',
    ru: 'группа стала супергруппой; укажите в подписке её новый номер: {chat}',
  },
  button_left_out: {
    en: 'the address of the button is not a web address, left out',
    ru: 'адрес для кнопки не похож на веб-адрес, кнопка пропущена',
  },
  preview_left_out: {
    en: 'the address of the page or picture is not a web address, left out',
    ru: 'адрес страницы или картинки не похож на веб-адрес и пропущен',
  },
  FLOW_TELEGRAM_TOKEN_MISSING: {
    en: 'no bot token is set.',
    ru: 'токен бота не задан: укажите его в подписке или в переменной TELEGRAM_BOT_TOKEN.',
  },
  FLOW_TELEGRAM_TOKEN_INVALID: {
    en: 'the bot token is malformed.',
    ru: 'это не токен бота: он выглядит как 123456789:AAF….',
  },
  FLOW_TELEGRAM_CHAT_INVALID: {
    en: '{chat} is not a Telegram chat.',
    ru: '{chat} — не чат Telegram: нужен номер вида -1001234567890 или @имя.',
  },
  FLOW_TELEGRAM_CHAT_EMPTY: {
    en: 'there is no chat to write to: the value in "Chat" is empty for this event.',
    ru: 'писать некуда: значение в поле «Чат» для этого события пустое.',
  },
  FLOW_TELEGRAM_TOPIC_INVALID: {
    en: '{topic} is not a number of a topic.',
    ru: '{topic} — не номер темы: нужно целое число, например 42.',
  },
  FLOW_TELEGRAM_TEXT_EMPTY: {
    en: 'the text of the message is empty for this event.',
    ru: 'текст сообщения для этого события пустой.',
  },
} as const
