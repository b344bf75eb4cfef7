/**
 * Where a message that has `room` left, of `most`, ends within a text: behind the last line break that leaves no small message, else
 * behind the last blank, else before the text (0) when something is in the message already, else where the room ends, never
 * within a pair that makes one character.
 */
export function splitPlace(text: string, room: number, most: number): number {
  if (text.length <= room) return text.length
  const fitting = text.slice(0, room)
  const line = fitting.lastIndexOf('\n') + 1
  if (line > 0 && most - room + line >= most / 2) return line
  const blank = Math.max(fitting.lastIndexOf(' '), fitting.lastIndexOf('\n')) + 1
  if (blank > 0 || room < most) return blank
  return /[\uD800-\uDBFF]$/.test(fitting) ? room - 1 : room
}
