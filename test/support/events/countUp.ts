/** A function that returns 1, 2, 3, … */
export function countUp(): () => number {
  let last = 0
  return () => {
    last += 1
    return last
  }
}
