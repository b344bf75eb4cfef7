/** Words of the admin that Payload leaves out of its Russian, or that nobody says; by Payload's own keys. */
export const adminTranslations = {
  // Stands in the cells of lists where there is no value.
  en: { general: { noLabel: '—' } },
  ru: {
    general: {
      email: 'Почта',
      emailAddress: 'Адрес почты',
      false: 'Нет',
      filterWhere: 'Найти {{label}}, где',
      noLabel: '—',
      or: 'или',
      searchBy: 'Искать: {{label}}',
      true: 'Да',
    },
  },
}
