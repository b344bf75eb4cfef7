type Waiting<Question, Answer> = {
  question: Question
  settle: (answer: Answer) => void
  fail: (error: unknown) => void
}

/** Answers questions together: those of one turn of the event loop, or that come meanwhile, share one call of `answer`. */
export function batchQuestions<Question, Answer>(
  answer: (questions: readonly Question[]) => Promise<(question: Question) => Answer>,
): (question: Question) => Promise<Answer> {
  const waiting: Waiting<Question, Answer>[] = []
  let isRunning = false

  const run = async (): Promise<void> => {
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (waiting.length > 0) {
      const batch = waiting.splice(0)
      try {
        const answerTo = await answer(batch.map(({ question }) => question))
        for (const { question, settle } of batch) settle(answerTo(question))
      } catch (error) {
        for (const { fail } of batch) fail(error)
      }
    }
    isRunning = false
  }

  return (question) =>
    new Promise<Answer>((settle, fail) => {
      waiting.push({ question, settle, fail })
      if (isRunning) return
      isRunning = true
      void run()
    })
}
