import { buildConfig } from 'payload'

import { applicationConfig } from './config/applicationConfig.ts'
import { emailAdapterFrom } from './config/emailAdapterFrom.ts'
import { flowMastersFrom } from './config/flowMastersFrom.ts'
import { readEnvironment } from './config/readEnvironment.ts'

const environment = readEnvironment({ env: process.env, argv: process.argv })

export default buildConfig(
  applicationConfig({
    ...environment,
    email: emailAdapterFrom(process.env),
    plugins: [flowMastersFrom(process.env, environment.databaseUrl)],
  }),
)
