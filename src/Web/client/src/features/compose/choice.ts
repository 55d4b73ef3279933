import type { RecipientChoice } from '../../wire/recipients'

/**
 * What is chosen in the recipient tree. On the wire it is one set minus another, so a part taken out of a
 * chosen group stands in `except`, and a part of that part can come back only by naming its siblings.
 */
export interface TreeShape {
  parentOf: (selector: string) => string | undefined
  childrenOf: (selector: string) => readonly string[]
}

export const nothingChosen: RecipientChoice = { recipients: [], except: [] }

function lineage(selector: string, shape: TreeShape): string[] {
  const line = [selector]
  for (let at = shape.parentOf(selector); at !== undefined; at = shape.parentOf(at)) line.push(at)
  return line
}

/** The nearest decision on the way up counts. */
export function isChosen(selector: string, choice: RecipientChoice, shape: TreeShape): boolean {
  for (const at of lineage(selector, shape)) {
    if (choice.except.includes(at)) return false
    if (choice.recipients.includes(at)) return true
  }
  return false
}

/** Some, but not all, of what lies below is chosen. */
export function isMixed(selector: string, choice: RecipientChoice, shape: TreeShape): boolean {
  const below = (one: string) => one !== selector && lineage(one, shape).includes(selector)
  return isChosen(selector, choice, shape) ? choice.except.some(below) : choice.recipients.some(below)
}

export function toggled(selector: string, choice: RecipientChoice, shape: TreeShape): RecipientChoice {
  const wanted = !isChosen(selector, choice, shape) || isMixed(selector, choice, shape)
  const outside = (one: string) => !lineage(one, shape).includes(selector)
  const recipients = choice.recipients.filter(outside)
  const except = choice.except.filter(outside)
  const parent = shape.parentOf(selector)
  const inherited = parent !== undefined && isChosen(parent, { recipients, except }, shape)

  if (!wanted) return inherited ? { recipients, except: [...except, selector] } : { recipients, except }
  if (inherited) return { recipients, except }

  const line = lineage(selector, shape)
  const taken = line.findIndex((one) => except.includes(one))
  if (taken === -1) return { recipients: [...recipients, selector], except }
  // An ancestor was taken out of a chosen group: bring it back without the others of each level.
  const others = line.slice(0, taken).flatMap((one, at) => shape.childrenOf(line[at + 1]!).filter((other) => other !== one))
  return { recipients, except: [...except.filter((one) => one !== line[taken]), ...others] }
}
