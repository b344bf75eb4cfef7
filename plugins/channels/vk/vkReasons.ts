/** Why a conversion was not taken. */
export const vkReasons = {
  busy: { en: 'VK asks to wait ({status})', ru: 'VK просит подождать ({status})' },
  broken: { en: 'VK has trouble of its own ({status})', ru: 'у VK неполадка ({status})' },
  refused: { en: 'VK refused it ({status})', ru: 'VK не принял ({status})' },
  foreign: {
    en: 'the answer is not that of VK’s counter ({status}): something stands in between',
    ru: 'ответил не счётчик VK ({status}): между нами кто-то ещё, например прокси',
  },
  FLOW_VK_PIXEL_MISSING: {
    en: 'the number of the pixel is not set.',
    ru: 'не задан номер пикселя.',
  },
  FLOW_VK_PIXEL_INVALID: {
    en: 'the number of a pixel is digits only.',
    ru: 'номер пикселя состоит только из цифр.',
  },
  FLOW_VK_VISITOR_MISSING: {
    en: 'nothing in the event says who the visitor is.',
    ru: 'в событии нет ничего, по чему можно узнать посетителя.',
  },
  FLOW_VK_FIELD_INVALID: {
    en: 'the value for {field} is missing or not what VK takes.',
    ru: 'значения поля {field} нет, или оно не подходит для VK.',
  },
} as const
