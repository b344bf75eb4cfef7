import { buildConfig } from 'payload'

import { applicationConfigFrom } from './config/applicationConfigFrom.ts'

export default buildConfig(applicationConfigFrom({ env: process.env, argv: process.argv }))
