import { buildConfig } from 'payload'

import { applicationConfig } from './config/applicationConfig.ts'
import { emailAdapterFrom } from './config/emailAdapterFrom.ts'
import { readEnvironment } from './config/readEnvironment.ts'

const environment = readEnvironment({ env: process.env, argv: process.argv })

export default buildConfig(
  applicationConfig({
    ...environment,
    email: emailAdapterFrom(process.env),
    // Here the application switches on `flowMasters({ ... })`.
    plugins: [],
  }),
)
