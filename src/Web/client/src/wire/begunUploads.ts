/**
 * Where the uploads of this tab stand on the server, by the hash of the file: chosen again after a reload, the same file goes on.
 * Of the file itself nothing is kept; another person's entry leads to nothing, for the server knows no such upload of theirs.
 */
const keyOf = (hash: string) => `upload.${hash}`

export function begunAt(hash: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(hash))
  } catch {
    return null
  }
}

export function keepBegun(hash: string, path: string | null): void {
  try {
    if (path) sessionStorage.setItem(keyOf(hash), path)
    else sessionStorage.removeItem(keyOf(hash))
  } catch {
    // Without storage a reload begins the upload anew.
  }
}
