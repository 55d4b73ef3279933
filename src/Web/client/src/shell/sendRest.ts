import type { Command, Entry, Outbox, Settled } from '../outbox/outbox'

/** What leaving for good would lose of the person's acts. */
export interface Rest {
  refused: Settled[]
  /** Not answered yet, or waiting for the line or the store. */
  unsent: Command[]
}

export const answersWaitMsMax = 10_000

/** Nothing comes of waiting for what itself waits for the line or the store. */
const isUnderWay = ({ phase }: Entry) => phase.name !== 'waiting'

/** Sends what is held back for undo, and waits until everything of this page is answered, but not for ever. */
export async function sendRest(outbox: Outbox): Promise<Rest> {
  const refused: Settled[] = []
  const stop = outbox.onSettled((settled) => {
    if (settled.error !== undefined && !settled.command.quiet) refused.push(settled)
  })
  outbox.sendHeld()
  await quiet(outbox)
  stop()
  return { refused, unsent: outbox.current().map(({ command }) => command).filter((command) => !command.quiet) }
}

function quiet(outbox: Outbox): Promise<void> {
  return new Promise((resolve) => {
    let look: ReturnType<typeof setTimeout> | undefined
    const end = () => {
      stop()
      clearTimeout(look)
      clearTimeout(bound)
      resolve()
    }
    // A page may send the next act as soon as the one before it is answered: look once it has.
    const lookSoon = () => {
      clearTimeout(look)
      look = setTimeout(() => {
        if (!outbox.current().some(isUnderWay)) end()
      })
    }
    const stop = outbox.subscribe(lookSoon)
    const bound = setTimeout(end, answersWaitMsMax)
    lookSoon()
  })
}
