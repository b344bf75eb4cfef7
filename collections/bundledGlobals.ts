import type { GlobalConfig } from 'payload'

import { NewsletterSettings } from './marketing/NewsletterSettings.ts'

/** Every page of settings of the application. */
export const bundledGlobals: GlobalConfig[] = [NewsletterSettings]
