// Tickets, as a client that is no browser asks for them: the session's cookie, and the origin that the node is reached by.

/** One ticket from the first node that gives one; throws where none does. */
export const mint = async (nodes, cookie, document) => {
  let failure
  for (const node of shuffled(nodes)) {
    try {
      const answer = await fetch(`${node}/api/drafting/${document}/tickets`, {
        method: 'POST',
        headers: { cookie, origin: node },
        signal: AbortSignal.timeout(5_000),
      })
      if (answer.ok) return (await answer.json()).ticket
      failure = new Error(`${answer.status} ${await answer.text()}`)
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

export const shuffled = (list) => list.map((one) => [Math.random(), one]).sort((a, b) => a[0] - b[0]).map(([, one]) => one)

/** Tries again after a moment until there is a ticket or the client was closed meanwhile. */
export const mintWhenPossible = async (nodes, cookie, document, isWanted) => {
  while (isWanted()) {
    try {
      return await mint(nodes, cookie, document)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 300))
    }
  }
  return ''
}
