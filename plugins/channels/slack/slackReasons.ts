/** Why a message did not go out, or what is to be said about one that did. */
export const slackReasons = {
  busy: {
    en: 'Slack asks to wait: too many messages',
    ru: 'Slack просит подождать: слишком много сообщений',
  },
  broken: {
    en: 'Slack answered with an error of its own ({status})',
    ru: 'у Slack внутренняя ошибка ({status})',
  },
  foreign: {
    en: 'the answer is not Slack’s ({status}): something stands in between',
    ru: 'ответил не Slack ({status}): между нами кто-то ещё, например прокси',
  },
  gone: {
    en: 'this webhook is no more ({word}); make a new one in Slack',
    ru: 'этого вебхука больше нет ({word}); создайте в Slack новый',
  },
  room_gone: {
    en: 'the channel of this webhook is gone or archived ({word})',
    ru: 'канал этого вебхука удалён или в архиве ({word})',
  },
  token: {
    en: 'Slack does not know this webhook address ({word}); copy it again',
    ru: 'Slack не знает такого адреса вебхука ({word}); скопируйте его заново',
  },
  forbidden: {
    en: 'the workspace does not allow this webhook to post here ({word})',
    ru: 'рабочее пространство не разрешает этому вебхуку сюда писать ({word})',
  },
  refused: { en: 'Slack refused the message: {word}', ru: 'Slack не принял сообщение: {word}' },
  cut: {
    en: 'the text was longer than {most} characters and was cut',
    ru: 'текст был длиннее {most} знаков и обрезан',
  },
  FLOW_SLACK_URL_MISSING: {
    en: 'no webhook address is set.',
    ru: 'адрес вебхука не задан: укажите его в подписке или в переменной SLACK_WEBHOOK_URL.',
  },
  FLOW_SLACK_URL_INVALID: {
    en: 'this is not the address of a Slack webhook.',
    ru: 'это не адрес вебхука Slack: он выглядит как https://hooks.slack.com/services/T…/B…/….',
  },
  FLOW_SLACK_TEXT_EMPTY: {
    en: 'the text of the message is empty for this event.',
    ru: 'текст сообщения для этого события пустой.',
  },
  FLOW_SLACK_BLOCKS_INVALID: {
    en: 'the blocks are not a JSON array of 1 to {most} blocks: {problem}.',
    ru: 'блоки — не массив JSON из 1–{most} блоков: {problem}.',
  },
} as const
