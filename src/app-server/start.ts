import { startApplication } from './startApplication.ts'

await startApplication()
