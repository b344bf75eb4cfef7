type LandingText = {
  lead: string
  flowLabel: string
  flow: string[]
  linksLabel: string
  links: { href: string; title: string; description: string }[]
}

/** The words of the landing page. */
export const landingText: Record<'en' | 'ru', LandingText> = {
  en: {
    lead: 'Every change in this site becomes a typed event and is delivered to e-mail, chats, CRM, pixels, push and webhooks, with nothing lost.',
    flowLabel: 'The way of an event',
    flow: ['Change', 'Event', 'Outbox', 'Filter', 'Channel', 'Delivery log'],
    linksLabel: 'Where to go',
    links: [
      { href: '/admin', title: 'Admin panel', description: 'Orders, subscriptions, event log.' },
      { href: '/api/health', title: 'Health', description: 'Database, queue and worker.' },
      {
        href: '/api/events/catalogue',
        title: 'Event catalogue',
        description: 'Every type with its schema and a sample.',
      },
      {
        href: 'https://payloadcms.com/docs',
        title: 'Payload documentation',
        description: 'The CMS this runs on. FlowMasters’ own guides are in docs/.',
      },
    ],
  },
  ru: {
    lead: 'Каждое изменение на этом сайте становится типизированным событием и доставляется в почту, мессенджеры, CRM, пиксели, push и вебхуки — без потерь.',
    flowLabel: 'Путь события',
    flow: ['Изменение', 'Событие', 'Outbox', 'Фильтр', 'Канал', 'Журнал доставки'],
    linksLabel: 'Куда дальше',
    links: [
      {
        href: '/admin',
        title: 'Панель управления',
        description: 'Заказы, подписки, журнал событий.',
      },
      {
        href: '/api/health',
        title: 'Состояние',
        description: 'База данных, очередь и обработчик.',
      },
      {
        href: '/api/events/catalogue',
        title: 'Каталог событий',
        description: 'Все типы со схемой и примером.',
      },
      {
        href: 'https://payloadcms.com/docs',
        title: 'Документация Payload',
        description: 'CMS, на которой всё работает. Руководства FlowMasters — в папке docs/.',
      },
    ],
  },
}
