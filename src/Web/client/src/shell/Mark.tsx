/** A register page: the product's mark. */
export function Mark() {
  return (
    <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
      <rect x="1" y="1" width="22" height="22" rx="4" fill="var(--ink)" />
      <path d="M7 1v22" stroke="var(--on-ink)" strokeWidth="1.4" />
      <path d="M10 8h3M15 8h5M10 12.500h3M15 12.500h5M10 17h6" stroke="var(--on-ink)" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  )
}
