// biome-ignore lint/style/noDefaultExport: Jest calls the default export
export default async () => {
  await globalThis.flowmastersTestServices?.stop()
}
