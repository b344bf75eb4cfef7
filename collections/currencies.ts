/** The currencies a price or a total may be in (ISO 4217), the default first. */
export const currencies = ['RUB', 'USD', 'EUR', 'KZT'] as const
