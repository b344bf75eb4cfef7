/** People who asked for something without a form, and how far the talk is. */
export const calls = [
  ['ООО «Берег»', 'Вадим Чернов', 'Кофемашина в офис на 40 человек', 180_000, 'won'],
  ['Кофейня «Угол»', 'Лилия Садыкова', 'Нужно обучить трёх бариста', 54_000, 'won'],
  ['', 'Руслан Хасанов', 'Хочу открыть точку у метро, с чего начать?', 90_000, 'qualified'],
  ['Отель «Волга»', 'Марина Белова', 'Завтраки: 20 кг в месяц', 240_000, 'qualified'],
  ['', 'Глеб Тарасов', 'Сколько стоит курс для друга?', 12_900, 'in_work'],
  ['IT-школа «Код»', 'Инна Левина', 'Кофе-пойнт на конференцию', 65_000, 'in_work'],
  ['', 'Степан Юрьев', 'Подарки партнёрам, 50 коробок', 79_500, 'in_work'],
  ['Пекарня «Крошка»', 'Зоя Панина', 'Оптовые цены', 120_000, 'lost'],
  ['', 'Пётр', 'Перезвоните после обеда', null, 'lost'],
  ['Northwind Ltd', 'Oliver Grant', 'Roast to order for a co-working', 150_000, 'new'],
  ['', 'Камила Нурова', 'Есть ли рассрочка на обучение?', 12_900, 'new'],
  ['', 'Борис', 'Чайник течёт, что делать?', null, 'lost'],
] as const

/** Answers to the form of the school, and what became of the lead. */
export const wishes = [
  ['Арина Носова', 'Хочу сменить профессию, подойдёт ли курс?', 'won'],
  ['Тимофей Рыбин', 'Есть ли вечерняя группа?', 'qualified'],
  ['Злата Комарова', 'Нужен курс латте-арта на команду из пяти человек.', 'qualified'],
  ['Марк Ершов', 'Можно ли оплатить частями?', 'in_work'],
  ['Эльвира Шарипова', 'Выдаёте ли сертификат?', 'in_work'],
  ['Фёдор Зуев', 'Где проходят занятия в Казани?', 'lost'],
  ['Kate Miller', 'Do you teach in English?', 'new'],
  ['Лев Аксёнов', 'Запишите на ближайшую дату.', 'new'],
] as const

/** Agency work: a project, its state, and its tasks. Days count from today; before it they are overdue. */
export const projects = [
  {
    name: 'bereg-office',
    title: 'Кофе-поинт в офисе «Берег»',
    status: 'in_progress',
    budget: 180_000,
    deadline: 12,
    tasks: [
      ['Замер помещения', 'done', -12],
      ['Согласовать смету', 'done', -8],
      ['Заказать кофемашину', 'review', -1],
      ['Обучить офис-менеджера', 'todo', 9],
    ],
  },
  {
    name: 'ugol-training',
    title: 'Обучение команды «Угол»',
    status: 'in_progress',
    budget: 54_000,
    deadline: 5,
    tasks: [
      ['Составить программу', 'done', -10],
      ['Провести первое занятие', 'in_progress', -2],
      ['Провести второе занятие', 'todo', 3],
      ['Принять экзамен', 'todo', 5],
    ],
  },
  {
    name: 'volga-breakfast',
    title: 'Завтраки в отеле «Волга»',
    status: 'planned',
    budget: 240_000,
    deadline: 30,
    tasks: [
      ['Дегустация для шеф-повара', 'todo', 4],
      ['Подготовить договор', 'todo', -3],
    ],
  },
  {
    name: 'festival',
    title: 'Стойка на фестивале еды',
    status: 'completed',
    budget: 95_000,
    deadline: -6,
    tasks: [
      ['Собрать стойку', 'done', -9],
      ['Найти двух бариста', 'done', -8],
      ['Отчёт о продажах', 'done', -5],
    ],
  },
  {
    name: 'site-redesign',
    title: 'Новый сайт школы',
    status: 'on_hold',
    budget: 120_000,
    deadline: -2,
    tasks: [
      ['Собрать тексты', 'done', -14],
      ['Макет главной', 'in_progress', -4],
      ['Снять преподавателей', 'cancelled', -1],
    ],
  },
] as const
