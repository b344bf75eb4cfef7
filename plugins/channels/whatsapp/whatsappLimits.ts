/** What the Cloud API bears, in characters and pieces. */
export const whatsappLimits = { text: 4096, parameter: 1024, parameters: 20 } as const
