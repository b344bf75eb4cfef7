/** Why a notification did not go out, or what is to be said about one that did. */
export const webPushReasons = {
  gone: {
    en: 'the browser has switched notifications off; it was forgotten',
    ru: 'в браузере отключили уведомления; устройство удалено из списка',
  },
  busy: {
    en: 'the push service {service} asks to wait: too many messages',
    ru: 'служба уведомлений {service} просит подождать: слишком много сообщений',
  },
  broken: {
    en: 'the push service {service} answered with an error of its own ({status})',
    ru: 'у службы уведомлений {service} внутренняя ошибка ({status})',
  },
  foreign: {
    en: 'the answer is not one of a push service ({status}): something stands in between',
    ru: 'ответила не служба уведомлений ({status}): между нами кто-то ещё, например прокси',
  },
  keys: {
    en: 'the push service {service} does not accept the keys; the browser has subscribed with others: {detail}',
    ru: 'служба уведомлений {service} не принимает ключи; браузер подписан с другими: {detail}',
  },
  too_large: {
    en: 'the push service {service} finds the notification too large',
    ru: 'для службы уведомлений {service} уведомление слишком большое',
  },
  refused: {
    en: 'the push service {service} refused it ({status}): {detail}',
    ru: 'служба уведомлений {service} отказала ({status}): {detail}',
  },
  unusable: {
    en: 'nothing can be encrypted with the keys of this browser: {detail}',
    ru: 'ключами этого браузера ничего не зашифровать: {detail}',
  },
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
  FLOW_WEB_PUSH_KEY_MISSING: {
    en: 'no key for notifications is set.',
    ru: 'ключ для уведомлений не задан.',
  },
  FLOW_WEB_PUSH_KEY_INVALID: {
    en: 'this is not a private key of VAPID: 32 bytes as base64url, 43 characters.',
    ru: 'это не закрытый ключ VAPID: нужны 32 байта в base64url, 43 знака.',
  },
  FLOW_WEB_PUSH_KEYS_DIFFER: {
    en: 'VAPID_PUBLIC_KEY is not the public half of VAPID_PRIVATE_KEY.',
    ru: 'VAPID_PUBLIC_KEY и VAPID_PRIVATE_KEY — не одна пара ключей.',
  },
  FLOW_WEB_PUSH_SUBJECT_MISSING: {
    en: 'push services want to know whom to write to when something is wrong.',
    ru: 'службам уведомлений нужно знать, кому писать о неполадках: укажите mailto:….',
  },
  FLOW_WEB_PUSH_SUBJECT_INVALID: {
    en: '"{subject}" is neither mailto:… nor the https address of a site.',
    ru: '«{subject}» — не mailto:… и не https-адрес сайта.',
  },
  FLOW_WEB_PUSH_NOBODY: {
    en: 'nobody is named: neither a user nor a role.',
    ru: 'не указано, кому: ни пользователь, ни роль.',
  },
  FLOW_WEB_PUSH_TITLE_EMPTY: {
    en: 'the title of the notification is empty for this event.',
    ru: 'заголовок уведомления для этого события пустой.',
  },
  FLOW_WEB_PUSH_TOO_LARGE: {
    en: 'the notification is {bytes} bytes, push services take {most}.',
    ru: 'уведомление занимает {bytes} байт, службы принимают не больше {most}.',
  },
} as const
