/** How much goes along with one letter. Mail servers mostly take 25 MB, of which base64 eats a quarter. */
export const attachmentLimits = { files: 10, mebibytes: 10, bytes: 10 * 1024 * 1024 } as const
