import { useEffect, useState } from 'react'
import { onAnnounced } from './announcer'

export function LiveRegions() {
  const [said, setSaid] = useState({ polite: '', assertive: '' })
  useEffect(() => onAnnounced(setSaid), [])
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {said.polite}
      </div>
      <div className="visually-hidden" role="alert" aria-live="assertive">
        {said.assertive}
      </div>
    </>
  )
}
