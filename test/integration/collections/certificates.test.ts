import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Role } from '../../../collections/access/role.ts'
import type { Actor } from '../../support/payload/createActor.ts'
import { openSchool, type SchoolWorld } from '../../support/events/schoolWorld.ts'
import { readPdf } from '../../support/pdf/readPdf.ts'

let school: SchoolWorld
beforeAll(async () => {
  school = await openSchool()
}, 300_000)
afterAll(async () => school?.destroy())

const russian = { 'accept-language': 'ru' }
const text = (body: unknown): string => JSON.stringify(body).replaceAll('\\"', '"')

type Issued = {
  user: Actor
  course: number
  enrollment: number
  id: number
  code: string
  number: string
}

async function issued(title: { ru: string; en: string }, name = 'Анна Смирнова'): Promise<Issued> {
  const { course, enrollment, user } = await school.studying(0)
  await school.payload.update({ collection: 'users', id: user.id, data: { name } })
  for (const locale of ['ru', 'en'] as const) {
    await school.payload.update({
      collection: 'courses',
      id: course,
      locale,
      data: { title: title[locale] },
    })
  }
  const answer = await school.rest(
    'POST',
    '/certificates?depth=0',
    { enrollment },
    {
      user: school.as.manager,
    },
  )
  expect(answer.status).toBe(201)
  const { doc } = answer.body
  return {
    user,
    course,
    enrollment,
    id: Number(doc['id']),
    code: String(doc['verificationCode']),
    number: String(doc['number']),
  }
}
const roasting = { ru: 'Обжарка кофе', en: 'Coffee roasting' }
const revoke = (id: number, headers = {}) =>
  school.rest(
    'PATCH',
    `/certificates/${id}`,
    { status: 'revoked', revokedReason: 'списал' },
    {
      user: school.as.manager,
      headers,
    },
  )

describe('EV-10 a certificate', () => {
  test('is issued when the course is completed, with the names of that moment', async () => {
    const { course, enrollment, user } = await school.studying(0)
    await school.payload.update({ collection: 'users', id: user.id, data: { name: 'Пётр' } })
    await school.payload.update({
      collection: 'course-enrollments',
      id: enrollment,
      data: { status: 'completed' },
    })
    await school.payload.update({ collection: 'users', id: user.id, data: { name: 'Павел' } })
    await school.payload.update({ collection: 'courses', id: course, data: { title: 'Иное' } })
    const { body } = await school.rest('GET', '/certificates?depth=0', undefined, { user })
    expect(body.docs).toMatchObject([
      {
        enrollment,
        course,
        user: user.id,
        holderName: 'Пётр',
        courseTitle: 'Обжарка',
        status: 'valid',
        number: expect.stringMatching(/^CERT-20\d\d-\d{6}$/),
        verificationCode: expect.stringMatching(
          /^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/,
        ),
        issuedAt: expect.any(String),
      },
    ])
  })

  test('is not issued where the course does not want it', async () => {
    const user = await school.student()
    const course = await school.course({ issueCertificate: false })
    const types = await school.types(() => school.enroll(user, course, { status: 'completed' }))
    expect(types).toEqual(['course.enrolled', 'course.completed'])
  })

  test('can be issued by user and course alone', async () => {
    const user = await school.student()
    const course = await school.course()
    const { body, status } = await school.rest(
      'POST',
      '/certificates?depth=0',
      { user: user.id, course, holderName: 'Иван Петров' },
      { user: school.as.admin },
    )
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ holderName: 'Иван Петров', enrollment: null })
  })

  test('carries the address of a holder without a name', async () => {
    const { enrollment, user } = await school.studying(0)
    const { holderName } = await school.payload.create({
      collection: 'certificates',
      data: { enrollment },
    })
    expect(holderName).toBe(user.email)
  })

  test('never shares its number, and there is one valid per user and course', async () => {
    const { enrollment } = await school.studying(0)
    const create = () =>
      school.rest(
        'POST',
        '/certificates',
        { enrollment },
        {
          user: school.as.admin,
          headers: russian,
        },
      )
    const answers = await Promise.all([create(), create(), create()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400])
    expect(answers.map(({ body }) => text(body)).join()).toContain('Сначала отзовите его.')
    const many = await Promise.all(Array.from({ length: 8 }, () => school.studying(0)))
    const numbers = await Promise.all(
      many.map(
        async (one) =>
          (
            await school.payload.create({
              collection: 'certificates',
              data: { enrollment: one.enrollment },
            })
          )['number'],
      ),
    )
    expect(new Set(numbers).size).toBe(8)
  })

  test('takes neither number nor code nor later names from a caller', async () => {
    const { id } = await issued(roasting)
    const forged = {
      number: 'CERT-1',
      verificationCode: '00000-00000-00000-00000',
      holderName: 'Другой',
      courseTitle: 'Другой',
      issuedAt: '2001-01-01T00:00:00.000Z',
    }
    await school.rest('PATCH', `/certificates/${id}`, forged, { user: school.as.admin })
    const row = await school.row('certificates', id)
    expect(row).toMatchObject({ holderName: 'Анна Смирнова', courseTitle: 'Обжарка кофе' })
    expect(row['number']).not.toBe('CERT-1')
    expect(row['verificationCode']).not.toBe(forged.verificationCode)
    expect(String(row['issuedAt'])).not.toMatch(/^2001/)
  })

  test.each([
    ['a user', { course: 1 }, 'user'],
    ['a course', { user: 1 }, 'course'],
    ['an enrollment that exists', { enrollment: 999_999 }, 'enrollment'],
    ['an enrollment that is an id', { enrollment: 'x' }, 'enrollment'],
    ['a course that exists', { course: 999_999 }, 'course'],
  ])('needs %s', async (_what, data, field) => {
    const user = await school.student()
    const course = await school.course()
    const base = field === 'enrollment' ? { user: user.id, course } : {}
    const given = 'user' in data ? { user: user.id } : { ...base, ...data }
    const answer = await school.rest('POST', '/certificates', given, { user: school.as.admin })
    expect(answer.status).toBe(400)
    expect(text(answer.body)).toContain(`"path":"${field}"`)
  })

  test('EV-11 revoked stays revoked, and a new one can be issued', async () => {
    const { enrollment, id } = await issued(roasting)
    expect((await revoke(id)).body.doc).toMatchObject({
      status: 'revoked',
      revokedAt: expect.any(String),
    })
    const back = await school.rest(
      'PATCH',
      `/certificates/${id}`,
      { status: 'valid' },
      {
        user: school.as.admin,
        headers: russian,
      },
    )
    expect(back.status).toBe(400)
    expect(text(back.body)).toContain('Статус «revoked» нельзя сменить на «valid»')
    const again = await school.rest(
      'POST',
      '/certificates',
      { enrollment },
      {
        user: school.as.admin,
      },
    )
    expect(again.status).toBe(201)
  })

  test.each<[Role | undefined, number, number, number, number]>([
    ['admin', 201, 200, 200, 200],
    ['manager', 201, 200, 200, 403],
    ['viewer', 403, 200, 403, 403],
    ['customer', 403, 404, 403, 403],
    [undefined, 403, 403, 403, 403],
  ])('%s: create %d, read %d, update %d, delete %d', async (role, create, read, update, remove) => {
    const { id } = await issued(roasting)
    const other = await school.studying(0)
    const options = { user: role ? school.as[role] : undefined }
    const path = `/certificates/${id}`
    const fresh = { enrollment: other.enrollment }
    const statuses = [
      (await school.rest('POST', '/certificates', fresh, options)).status,
      (await school.rest('GET', path, undefined, options)).status,
      (await school.rest('PATCH', path, { revokedReason: 'x' }, options)).status,
      (await school.rest('DELETE', path, undefined, options)).status,
    ]
    expect(statuses).toEqual([create, read, update, remove])
  })
})

describe('the download', () => {
  const download = (id: number | string, user?: Actor, query = '', headers = {}) =>
    school.rest('GET', `/certificates/${id}/download${query}`, undefined, { user, headers })

  test('is a PDF of one page with name, course, date, number and a QR code that works', async () => {
    const { code, id, number, user } = await issued(roasting)
    const answer = await download(id, user)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${number}.pdf"`)
    const pdf = await readPdf(answer.bytes)
    expect(pdf.pages).toBe(1)
    for (const words of ['СЕРТИФИКАТ', 'Анна Смирнова', 'Обжарка кофе', number, code]) {
      expect(pdf.text).toContain(words)
    }
    const year = new Date().getUTCFullYear()
    expect(pdf.text).toMatch(new RegExp(`\\d{1,2} [а-я]+ ${year}`))
    expect(new Set(pdf.embeddedFonts)).toEqual(new Set(['DejaVuSans', 'DejaVuSerif-Bold']))
    expect(pdf.qrText).toBe(`http://localhost:3000/api/certificates/verify/${code}`)
    const path = String(pdf.qrText).replace('http://localhost:3000/api', '')
    expect((await school.rest('GET', path)).body).toMatchObject({ status: 'valid', number })
  })

  test('comes in English when asked for', async () => {
    const { id, user } = await issued(roasting)
    const pdf = await readPdf((await download(id, user, '?locale=en')).bytes)
    expect(pdf.text).toContain('CERTIFICATE')
    expect(pdf.text).toContain('Coffee roasting')
    expect((await download(id, user, '?locale=xx')).status).toBe(400)
  })

  test('comes in the holder’s language, whoever downloads it', async () => {
    const { id, user } = await issued(roasting)
    await school.payload.update({ collection: 'users', id: user.id, data: { locale: 'en' } })
    const pdf = await readPdf((await download(id, school.as.viewer)).bytes)
    expect(pdf.text).toContain('Coffee roasting')
  })

  test('the longest names and titles stay on the page', async () => {
    const title = 'Очень длинное название курса об искусстве обжарки '.repeat(8)
    const { id, user } = await issued({ ru: title, en: title }, 'Константинопольский-'.repeat(10))
    const pdf = await readPdf((await download(id, user)).bytes)
    expect(pdf.pages).toBe(1)
    expect(pdf.text).toContain('Очень длинное название')
    expect(pdf.qrText).toBeDefined()
  })

  test('the QR code leads to the public address of the site', async () => {
    const { id, user } = await issued(roasting)
    const before = school.payload.config.serverURL
    school.payload.config.serverURL = 'https://school.example'
    try {
      const pdf = await readPdf((await download(id, user)).bytes)
      expect(pdf.qrText).toMatch(/^https:\/\/school\.example\/api\/certificates\/verify\//)
    } finally {
      school.payload.config.serverURL = before
    }
  })

  test('is refused by name', async () => {
    const { id, user } = await issued(roasting)
    const other = await school.student()
    for (const [one, actor] of [
      [id, other],
      [999_999, user],
      ['abc', user],
      ['99999999999999', user],
    ] as const) {
      const { body, status } = await download(one, actor)
      expect([one, status, body.errors]).toMatchObject([
        one,
        404,
        [{ code: 'FLOW_CERTIFICATE_NOT_FOUND' }],
      ])
    }
    expect((await download(id)).status).toBe(401)
    await revoke(id)
    const gone = await download(id, user, '', russian)
    expect([gone.status, gone.body.errors]).toMatchObject([
      410,
      [{ code: 'FLOW_CERTIFICATE_REVOKED', message: 'этот сертификат отозван' }],
    ])
  })
})

describe('the public check', () => {
  const check = (code: string, headers: Record<string, string> = {}, query = '') =>
    school.rest('GET', `/certificates/verify/${encodeURIComponent(code)}${query}`, undefined, {
      headers,
    })
  const browser = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' }

  test('tells anybody that it is valid, and what it says', async () => {
    const { code, number } = await issued(roasting)
    const { body, headers, status } = await check(code)
    expect(status).toBe(200)
    expect(body).toEqual({
      status: 'valid',
      number,
      holderName: 'Анна Смирнова',
      courseTitle: roasting,
      issuedAt: expect.any(String),
      revokedAt: null,
    })
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('takes a code as people type it', async () => {
    const { code } = await issued(roasting)
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`
    expect((await check(typed)).body).toMatchObject({ status: 'valid' })
  })

  test('tells that it was revoked, not why', async () => {
    const { code, id } = await issued(roasting)
    await revoke(id)
    const { body, bytes } = await check(code)
    expect(body).toMatchObject({ status: 'revoked', revokedAt: expect.any(String) })
    expect(bytes.toString()).not.toContain('списал')
    expect((await check(code, { ...browser, ...russian })).bytes.toString()).toContain(
      'Сертификат отозван',
    )
  })

  test.each(['nonsense', '00000-00000-00000-00000', "' or 1=1 --", 'x'.repeat(500), '%00', '\0'])(
    'knows nothing of %j',
    async (code) => {
      const { body, status } = await check(code)
      if (code === '\0') expect(status).toBe(400)
      else expect([status, body]).toEqual([404, { status: 'unknown' }])
    },
  )

  test('shows a browser a page in its language, with nothing to run in it', async () => {
    const name = `<script>alert("1")</script> & 'Co'`
    const { code } = await issued({ ru: '<b>Курс</b>', en: '<b>Course</b>' }, name)
    const ru = await check(code, { ...browser, ...russian })
    expect(ru.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(ru.headers.get('content-security-policy')).toContain("default-src 'none'")
    const page = ru.bytes.toString()
    expect(page).toContain('<html lang="ru">')
    expect(page).toContain('Сертификат действителен')
    expect(page).toContain('&lt;b&gt;Курс&lt;/b&gt;')
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Co&#39;')
    expect(page).not.toContain('<script')
    const en = await check(code, { ...browser, ...russian }, '?locale=en')
    expect(en.bytes.toString()).toContain('This certificate is valid')
    const unknown = await check('nonsense', { ...browser, 'accept-language': 'en' })
    expect(unknown.status).toBe(404)
    expect(unknown.bytes.toString()).toContain('There is no such certificate')
  })

  test('outlives the holder’s account and the enrollment', async () => {
    const { code, enrollment, user } = await issued(roasting)
    await school.payload.delete({ collection: 'course-enrollments', id: enrollment })
    await school.payload.delete({ collection: 'users', id: user.id })
    expect((await check(code)).body).toMatchObject({ status: 'valid', holderName: 'Анна Смирнова' })
  })

  test('is limited: the 61st in a minute from one address waits', async () => {
    const from = { 'x-forwarded-for': '203.0.113.9' }
    const answers = []
    for (let index = 0; index < 61; index += 1) answers.push(await check('nonsense', from))
    expect(answers.slice(0, 60).every(({ status }) => status === 404)).toBe(true)
    expect(answers.at(-1)?.status).toBe(429)
    expect(answers.at(-1)?.headers.get('retry-after')).toMatch(/^\d+$/)
    expect((await check('nonsense', { 'x-forwarded-for': '203.0.113.10' })).status).toBe(404)
  })
})
