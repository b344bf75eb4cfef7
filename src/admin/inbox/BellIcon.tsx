/** A bell, in the colour of the text around it. */
export function BellIcon() {
  return (
    <svg aria-hidden="true" className="fm-bell__icon" fill="none" viewBox="0 0 20 20">
      <path d="M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5.5-1.5 5.5h12s-1.5-1.5-1.5-5.5A4.5 4.5 0 0 0 10 3Z" />
      <path d="M8.5 15.5a1.6 1.6 0 0 0 3 0" />
    </svg>
  )
}
