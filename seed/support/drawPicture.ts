import type { File } from 'payload'
import sharp from 'sharp'

import { createRandom } from './createRandom.ts'

/** What is drawn: shapes only, because not every machine has letters to draw. */
export type Motif = 'cup' | 'bag' | 'beans' | 'pot' | 'book' | 'medal'

const WIDTH = 1200
const HEIGHT = 900

const motifs: Readonly<Record<Motif, string>> = {
  cup: `<path d="M380 340h360v190a150 150 0 0 1-150 150h-60a150 150 0 0 1-150-150z" fill="#fffaf2"/>
    <path d="M740 390h40a80 80 0 0 1 0 160h-46" fill="none" stroke="#fffaf2" stroke-width="36"/>
    <ellipse cx="560" cy="344" rx="180" ry="34" fill="#5b3520"/>
    <path d="M480 280q-30-50 0-100t0-90M560 280q-30-50 0-100t0-90M640 280q-30-50 0-100t0-90" fill="none"
      stroke="#fffaf2" stroke-width="14" stroke-linecap="round" opacity=".55"/>`,
  bag: `<path d="M410 220h380l30 90v420a40 40 0 0 1-40 40H420a40 40 0 0 1-40-40V310z" fill="#fffaf2"/>
    <path d="M410 220h380l14 44H396z" fill="#3d2619" opacity=".8"/>
    <rect x="450" y="400" width="300" height="220" rx="18" fill="#5b3520"/>
    <ellipse cx="600" cy="510" rx="62" ry="84" fill="#fffaf2" transform="rotate(32 600 510)"/>
    <path d="M560 440q70 60 80 140" fill="none" stroke="#5b3520" stroke-width="14"/>`,
  beans: [
    [420, 420, 20],
    [640, 330, -30],
    [780, 520, 48],
    [540, 600, -12],
    [360, 640, 60],
  ]
    .map(
      ([x, y, turn]) => `<g transform="translate(${x} ${y}) rotate(${turn})">
      <ellipse rx="84" ry="120" fill="#4a2c1a"/><path d="M0-116q46 58 0 116t0 116" fill="none" stroke="#fffaf2"
      stroke-width="10" opacity=".6"/></g>`,
    )
    .join(''),
  pot: `<path d="M440 300h300l60 400a60 60 0 0 1-60 64H440a60 60 0 0 1-60-64z" fill="#d9d4cc"/>
    <path d="M440 300h300l12 70H428z" fill="#3d2619"/>
    <path d="M790 420q150-60 130-180" fill="none" stroke="#d9d4cc" stroke-width="32" stroke-linecap="round"/>
    <path d="M390 440q-130 90-20 240" fill="none" stroke="#3d2619" stroke-width="34" stroke-linecap="round"/>`,
  book: `<path d="M600 300q-150-90-330-40v420q180-50 330 40z" fill="#fffaf2"/>
    <path d="M600 300q150-90 330-40v420q-180-50-330 40z" fill="#f2e8da"/>
    <path d="M330 360q110-20 200 30M330 440q110-20 200 30M330 520q110-20 200 30M870 360q-110-20-200 30M870 440q-110-20-200 30"
      fill="none" stroke="#5b3520" stroke-width="14" stroke-linecap="round"/>`,
  medal: `<path d="M480 160h240l-70 240h-100z" fill="#b8442f"/><circle cx="600" cy="540" r="190" fill="#e5b045"/>
    <circle cx="600" cy="540" r="140" fill="#f6d58a"/>
    <path d="M600 440l30 66 72 8-54 48 16 70-64-36-64 36 16-70-54-48 72-8z" fill="#b8442f"/>`,
}

/** A PNG of 1200 × 900 that looks the same every time for the same name. */
export async function drawPicture(name: string, motif: Motif): Promise<File> {
  const random = createRandom(`picture ${name}`)
  const hue = random.between(0, 359)
  const circles = Array.from({ length: 9 }, () => {
    const [x, y, r] = [random.between(0, WIDTH), random.between(0, HEIGHT), random.between(60, 220)]
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(${hue} 45% 62%)" opacity=".28"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <defs><linearGradient id="sky" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="hsl(${hue} 46% 46%)"/>
      <stop offset="1" stop-color="hsl(${(hue + 40) % 360} 44% 30%)"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#sky)"/>${circles.join('')}${motifs[motif]}</svg>`
  const data = await sharp(Buffer.from(svg)).png({ compressionLevel: 6 }).toBuffer()
  return { name: `${name}.png`, data, mimetype: 'image/png', size: data.length }
}
