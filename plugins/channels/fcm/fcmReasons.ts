/** Why a notification did not go out, or what is to be said about one that did. */
export const fcmReasons = {
  gone: {
    en: 'the app was removed from the device; it was forgotten',
    ru: 'приложение удалили с устройства; оно убрано из списка',
  },
  busy: {
    en: 'FCM asks to wait: too many messages',
    ru: 'FCM просит подождать: слишком много сообщений',
  },
  broken: {
    en: 'FCM answered with an error of its own ({code})',
    ru: 'у FCM внутренняя ошибка ({code})',
  },
  foreign: {
    en: 'the answer is not one of FCM ({status}): something stands in between',
    ru: 'ответил не FCM ({status}): между нами кто-то ещё, например прокси',
  },
  account: {
    en: 'Google does not accept the service account: {detail}',
    ru: 'Google не принимает сервисный аккаунт: {detail}',
  },
  sender: {
    en: 'the app belongs to another Firebase project',
    ru: 'приложение относится к другому проекту Firebase',
  },
  apple: {
    en: 'FCM cannot reach Apple or the browser: its key is missing in the Firebase project',
    ru: 'FCM не может связаться с Apple или браузером: в проекте Firebase нет нужного ключа',
  },
  refused: { en: 'FCM refused it: {detail}', ru: 'FCM отказал: {detail}' },
  link_left_out: {
    en: 'the link is not a web address, left out',
    ru: 'ссылка не похожа на веб-адрес и пропущена',
  },
  icon_left_out: {
    en: 'the address of the icon is not a web address, left out',
    ru: 'адрес значка не похож на веб-адрес, значок пропущен',
  },
  image_left_out: {
    en: 'the address of the image is not a web address, left out',
    ru: 'адрес картинки не похож на веб-адрес, картинка пропущена',
  },
  FLOW_FCM_ACCOUNT_MISSING: {
    en: 'no service account is set.',
    ru: 'сервисный аккаунт не задан.',
  },
  FLOW_FCM_ACCOUNT_INVALID: {
    en: 'this is not the JSON key of a service account: {problem}.',
    ru: 'это не JSON-ключ сервисного аккаунта: {problem}.',
  },
  FLOW_FCM_NOBODY: {
    en: 'nobody is named: neither a user nor a role.',
    ru: 'не указано, кому: ни пользователь, ни роль.',
  },
  FLOW_FCM_TITLE_EMPTY: {
    en: 'the title of the notification is empty for this event.',
    ru: 'заголовок уведомления для этого события пустой.',
  },
  FLOW_FCM_DATA_INVALID: {
    en: 'the data is not a JSON object that FCM takes: {problem}.',
    ru: 'данные — не объект JSON, который примет FCM: {problem}.',
  },
  FLOW_FCM_TOO_LARGE: {
    en: 'the notification is {bytes} bytes, FCM takes {most}.',
    ru: 'уведомление занимает {bytes} байт, FCM принимает не больше {most}.',
  },
} as const
