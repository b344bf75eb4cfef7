export default async () => {
  await globalThis.flowmastersTestServices?.stop()
}
