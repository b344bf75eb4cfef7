import { CopyButton } from './CopyButton.tsx'

/** JSON for reading, with a button that copies it. A text is shown as it is. */
export function JsonBlock({ label, value }: { label: string; value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  return (
    <div className="fm-json">
      <div className="fm-json__tools">
        <CopyButton text={text} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section aria-label={label} className="fm-json__text" tabIndex={0}>
        <pre>{text}</pre>
      </section>
    </div>
  )
}
