/** What the school's endpoints refuse: English for the table of errors, Russian beside it. */
export const schoolRefusals = {
  courseUnknown: {
    code: 'FLOW_COURSE_NOT_FOUND',
    status: 404,
    message: 'there is no such course',
    hint: 'Courses that are not published count as missing.',
    ru: { message: 'такого курса нет', hint: 'Неопубликованных курсов как бы нет.' },
  },
  courseClosed: {
    code: 'FLOW_COURSE_ENROLLMENT_CLOSED',
    status: 403,
    message: 'this course cannot be joined by oneself',
    hint: 'It has to be bought, or the school enrols you.',
    ru: {
      message: 'на этот курс нельзя записаться самостоятельно',
      hint: 'Курс нужно купить, либо вас запишет школа.',
    },
  },
  lessonUnknown: {
    code: 'FLOW_LESSON_NOT_FOUND',
    status: 404,
    message: 'there is no such lesson',
    hint: 'Lessons that are not published count as missing.',
    ru: { message: 'такого урока нет', hint: 'Неопубликованных уроков как бы нет.' },
  },
  notEnrolled: {
    code: 'FLOW_LESSON_NOT_ENROLLED',
    status: 403,
    message: 'you are not enrolled in the course of this lesson',
    hint: 'Join the course first.',
    ru: { message: 'вы не записаны на курс этого урока', hint: 'Сначала запишитесь на курс.' },
  },
  enrollmentCancelled: {
    code: 'FLOW_ENROLLMENT_CANCELLED',
    status: 409,
    message: 'this enrollment was cancelled',
    hint: 'Join the course again, or ask the school.',
    ru: {
      message: 'эта запись на курс отменена',
      hint: 'Запишитесь на курс снова или обратитесь в школу.',
    },
  },
  certificateUnknown: {
    code: 'FLOW_CERTIFICATE_NOT_FOUND',
    status: 404,
    message: 'there is no such certificate',
    hint: 'You can download your own certificates only.',
    ru: { message: 'такого сертификата нет', hint: 'Скачать можно только свой сертификат.' },
  },
  certificateRevoked: {
    code: 'FLOW_CERTIFICATE_REVOKED',
    status: 410,
    message: 'this certificate was revoked',
    hint: 'Ask the school for the reason.',
    ru: { message: 'этот сертификат отозван', hint: 'О причине спросите в школе.' },
  },
} as const
