import { useEffect, useState } from 'react'
import { onAnnounced, type Said } from './announcer'

const nothing: Said = { polite: { id: 0, words: '' }, assertive: { id: 0, words: '' } }

/**
 * A dialog makes everything around it inert, except what is marked as a live announcer: what is said while one is open
 * must be heard. Each sentence stands in an element of its own, for a reader says only what is new in the page.
 */
export function LiveRegions() {
  const [said, setSaid] = useState(nothing)
  useEffect(() => onAnnounced(setSaid), [])
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite" data-live-announcer="true">
        <span key={said.polite.id}>{said.polite.words}</span>
      </div>
      <div className="visually-hidden" role="alert" aria-live="assertive" data-live-announcer="true">
        <span key={said.assertive.id}>{said.assertive.words}</span>
      </div>
    </>
  )
}
