/** Picks Russian or English from an `Accept-Language` header by its weights; English when it names neither. */
export function preferredLanguage(header: string | null): 'en' | 'ru' {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return {
        language: tag.split('-')[0],
        weight: weight === undefined ? 1 : Number(weight.trim().slice(2)) || 0,
      }
    })
    .filter(({ language, weight }) => (language === 'ru' || language === 'en') && weight > 0)
    .sort((left, right) => right.weight - left.weight)
  return wanted[0]?.language === 'ru' ? 'ru' : 'en'
}
