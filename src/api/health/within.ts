/** The fallback when `work` takes longer; a peer that is gone may also hold up the good-bye. */
export async function within<Value>(
  ms: number,
  work: Promise<Value>,
  fallback: Value,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(fallback), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
