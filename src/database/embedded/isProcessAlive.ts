import { errorCode } from '../../kernel/errorCode.ts'

/** Whether a process with this number exists; one that is not ours to signal exists too. */
export const isProcessAlive = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
