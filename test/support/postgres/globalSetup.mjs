import { tsImport } from 'tsx/esm/api'

// Jest loads this file with Node's own loader, which knows no TypeScript on Node 20.
// biome-ignore lint/style/noDefaultExport: Jest calls the default export
export default async () => {
  const { startTestServices } = await tsImport('./startTestServices.ts', import.meta.url)
  globalThis.flowmastersTestServices = await startTestServices()
}
