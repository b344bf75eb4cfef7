/** Version of Meta's interface where none is named. */
export const META_API_VERSION = 'v26.0'
