const browsers: readonly [RegExp, string][] = [
  [/YaBrowser\//, 'Яндекс Браузер'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

/** A device's name for people out of what its browser says of itself: `Chrome, Windows`; empty when it says nothing known. */
export function deviceLabel(userAgent: string | null): string {
  const named = (list: typeof browsers): string =>
    list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? ''
  return [named(browsers), named(systems)].filter((part) => part !== '').join(', ')
}
