import type { Localised } from '../kernel/localised.ts'

/** A part of the business that events are grouped by in the admin, the catalogue page and the docs. */
export type EventArea = { slug: string; label: Localised }

/** Areas of the bundled events. A site's own events may bring their own area. */
export const eventAreas = {
  users: { slug: 'users', label: { en: 'Users', ru: 'Пользователи' } },
  orders: { slug: 'orders', label: { en: 'Orders', ru: 'Заказы' } },
  products: { slug: 'products', label: { en: 'Products', ru: 'Товары' } },
  carts: { slug: 'carts', label: { en: 'Carts', ru: 'Корзины' } },
  reviews: { slug: 'reviews', label: { en: 'Reviews', ru: 'Отзывы' } },
  courses: { slug: 'courses', label: { en: 'Courses', ru: 'Курсы' } },
  lessons: { slug: 'lessons', label: { en: 'Lessons', ru: 'Уроки' } },
  achievements: { slug: 'achievements', label: { en: 'Achievements', ru: 'Достижения' } },
  certificates: { slug: 'certificates', label: { en: 'Certificates', ru: 'Сертификаты' } },
  newsletter: { slug: 'newsletter', label: { en: 'Newsletter', ru: 'Рассылка' } },
  campaigns: { slug: 'campaigns', label: { en: 'E-mail campaigns', ru: 'Почтовые кампании' } },
  projects: { slug: 'projects', label: { en: 'Projects', ru: 'Проекты' } },
  tasks: { slug: 'tasks', label: { en: 'Tasks', ru: 'Задачи' } },
  leads: { slug: 'leads', label: { en: 'Leads', ru: 'Заявки' } },
  forms: { slug: 'forms', label: { en: 'Forms', ru: 'Формы' } },
  posts: { slug: 'posts', label: { en: 'Posts', ru: 'Публикации' } },
  comments: { slug: 'comments', label: { en: 'Comments', ru: 'Комментарии' } },
  services: { slug: 'services', label: { en: 'Services', ru: 'Услуги' } },
  bookings: { slug: 'bookings', label: { en: 'Bookings', ru: 'Записи' } },
  subscriptions: { slug: 'subscriptions', label: { en: 'Subscriptions', ru: 'Подписки' } },
  subscription_payments: {
    slug: 'subscription_payments',
    label: { en: 'Subscription payments', ru: 'Платежи по подпискам' },
  },
  operations: { slug: 'operations', label: { en: 'Operations', ru: 'Работа доставки' } },
} as const satisfies Record<string, EventArea>
