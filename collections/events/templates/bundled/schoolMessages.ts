import type { BundledMessage } from './bundledMessage.ts'

/** EV-31, the school: new enrollment, stuck on a lesson, course completed, achievement. */
export const schoolMessages: readonly BundledMessage[] = [
  {
    key: 'new-enrollment',
    event: 'course.enrolled',
    name: { en: 'New enrollment', ru: 'Новая запись на курс' },
    subject: { en: 'Welcome to the course', ru: 'Добро пожаловать на курс' },
    text: {
      en: `🎓 You are enrolled in course {{ data.current.course }}.
Lessons ahead: {{ data.current.lessonsTotal | default: 0 }}.

Begin whenever it suits you.`,
      ru: `🎓 Вы записаны на курс {{ data.current.course }}.
Впереди уроков: {{ data.current.lessonsTotal | default: 0 }}.

Начните, когда вам удобно.`,
    },
  },
  {
    key: 'lesson-stuck',
    event: 'lesson.stuck',
    name: { en: 'Stuck on a lesson', ru: 'Застрял на уроке' },
    subject: { en: 'Do you need help with the lesson?', ru: 'Нужна помощь с уроком?' },
    text: {
      en: `🤔 Lesson {{ data.current.lesson }} has been waiting for {{ data.idleDays }} days at {{ data.current.percent | default: 0 }} %.

Tell us what is unclear and we will help.`,
      ru: `🤔 Урок {{ data.current.lesson }} ждёт, дней: {{ data.idleDays }}. Пройдено {{ data.current.percent | default: 0 }} %.

Напишите, что осталось непонятным, и мы поможем.`,
    },
  },
  {
    key: 'course-completed',
    event: 'course.completed',
    name: { en: 'Course completed', ru: 'Курс пройден' },
    subject: { en: 'You have completed the course!', ru: 'Вы прошли курс!' },
    text: {
      en: `🏆 Congratulations! All {{ data.current.lessonsTotal }} lessons are done.

Your certificate is on its way.`,
      ru: `🏆 Поздравляем! Пройдены все уроки: {{ data.current.lessonsTotal }}.

Сертификат скоро будет у вас.`,
    },
  },
  {
    key: 'achievement',
    event: 'achievement.earned',
    name: { en: 'Achievement', ru: 'Достижение' },
    subject: {
      en: 'New achievement: {{ data.current.title.en | default: data.current.title.ru }}',
      ru: 'Новое достижение: {{ data.current.title.ru }}',
    },
    text: {
      en: `🏅 {{ data.current.title.en | default: data.current.title.ru }}
{% if data.current.points %}Points: +{{ data.current.points }}{% endif %}`,
      ru: `🏅 {{ data.current.title.ru }}
{% if data.current.points %}Баллы: +{{ data.current.points }}{% endif %}`,
    },
  },
]
