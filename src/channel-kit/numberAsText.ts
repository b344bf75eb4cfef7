/** For `z.preprocess`: ids, phones and accounts are numbers to some and texts to others. */
export const numberAsText = (value: unknown): unknown =>
  typeof value === 'number' ? String(value) : value
