/** Where a request's context holds the project a task belonged to before. */
export function projectBefore(taskId: number | string): string {
  return `projectOfTaskBefore:${taskId}`
}
