import { forgetDrafts } from '../features/compose/keptDraft'
import { forgetPerson } from '../features/drafting/unsavedStore'
import { forgetForms } from '../kept/keptForms'

/**
 * The whole page anew: nothing that a module or a cache of this one holds of a person survives it. With an official,
 * what this browser keeps of them is forgotten before.
 */
export async function loadAfresh(forget?: number): Promise<void> {
  if (forget !== undefined) {
    // What the pages kept as they closed is only now on its way to be kept.
    await new Promise((next) => setTimeout(next))
    forgetDrafts(forget)
    forgetForms(forget)
    await forgetPerson(forget)
  }
  // The way back may bring this page out of the browser's memory, as empty as it was left.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
  location.replace('/')
}
