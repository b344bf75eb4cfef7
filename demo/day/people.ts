import { docOf } from './docOf.ts'
import type { Step } from './step.ts'

const password = 'correct horse battery'
const mailOf = (key: string): string => `${key}@example.com`

const register = (key: string, name: string): Step => ({
  what: `${name} gets an account`,
  expect: ['user.registered'],
  run: async ({ api, keep, staff }) => {
    const data = { email: mailOf(key), password, name }
    const answer = await api.call('POST', '/users', data, { as: staff() })
    keep(`user:${key}`, docOf(answer)['id'])
    return answer
  },
})

const login = (key: string, name: string): Step => ({
  what: `${name} logs in`,
  expect: ['user.login'],
  run: async ({ api, keep }) => {
    const answer = await api.call('POST', '/users/login', { email: mailOf(key), password })
    keep(`token:${key}`, answer.body['token'])
    return answer
  },
})

const logout = (key: string, name: string): Step => ({
  what: `${name} logs out`,
  expect: ['user.logout'],
  run: ({ api, get }) =>
    api.call('POST', '/users/logout', {}, { as: { token: get(`token:${key}`) } }),
})

/** The first administrator, made through the API that an empty installation offers. */
export const firstAdmin: Step = {
  what: 'the first administrator signs up',
  expect: ['user.registered', 'user.login'],
  run: async ({ api, keep }) => {
    const data = { email: mailOf('owner'), password, name: 'Ольга' }
    const answer = await api.call('POST', '/users/first-register', data)
    keep('token:staff', answer.body['token'])
    return answer
  },
}

/** A manager, whose session does the shop's work from then on. */
export const staff: Step[] = [
  {
    what: 'the administrator appoints a manager',
    expect: ['user.registered'],
    run: async ({ api, keep, staff: owner }) => {
      const data = { email: mailOf('manager'), password, name: 'Максим', role: 'manager' }
      const answer = await api.call('POST', '/users', data, { as: owner() })
      keep('user:manager', docOf(answer)['id'])
      return answer
    },
  },
  {
    what: 'the manager logs in',
    expect: ['user.login'],
    run: async ({ api, keep }) => {
      const answer = await api.call('POST', '/users/login', {
        email: mailOf('manager'),
        password,
      })
      keep('token:staff', answer.body['token'])
      return answer
    },
  },
]

/** Customers come, go and change their minds about their names. */
export const people: Step[] = [
  register('anna', 'Анна'),
  register('boris', 'Борис'),
  register('vera', 'Вера'),
  register('gleb', 'Глеб'),
  register('darya', 'Дарья'),
  login('anna', 'Анна'),
  login('boris', 'Борис'),
  login('vera', 'Вера'),
  {
    what: 'Глеб mistypes the password (401)',
    expect: [],
    run: ({ api }) =>
      api.call(
        'POST',
        '/users/login',
        { email: mailOf('gleb'), password: 'wrong' },
        { status: 401 },
      ),
  },
  {
    what: 'Вера corrects the name',
    expect: ['user.updated'],
    run: ({ api, get }) =>
      api.call(
        'PATCH',
        `/users/${get('user:vera')}`,
        { name: 'Вера Петрова' },
        { as: { token: get('token:vera') } },
      ),
  },
  {
    what: 'Вера saves the same name again',
    expect: [],
    run: ({ api, get }) =>
      api.call(
        'PATCH',
        `/users/${get('user:vera')}`,
        { name: 'Вера Петрова' },
        { as: { token: get('token:vera') } },
      ),
  },
  logout('anna', 'Анна'),
  logout('boris', 'Борис'),
]
