import type { StoredFile } from './documents'
import { senderHeaders } from './http'
import { Refusal, UnknownOutcome, type Problem } from './refusal'

export const uploadBytesMax = 20 * 1024 * 1024

export interface Upload {
  done: Promise<StoredFile>
  cancel: () => void
}

/** XMLHttpRequest, because fetch does not report how much of a body has left. */
export function upload(file: File, onProgress: (share: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<StoredFile>((resolve, reject) => {
    request.open('POST', '/api/files')
    request.responseType = 'text'
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name.normalize('NFC')))
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    request.setRequestHeader('Idempotency-Key', crypto.randomUUID())
    for (const [name, value] of Object.entries(senderHeaders())) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as StoredFile)
      else reject(new Refusal(request.status, parsed(request.responseText)))
    }
    request.onerror = () => reject(new UnknownOutcome('no answer'))
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
    request.send(file)
  })
  return { done, cancel: () => request.abort() }
}

function parsed(text: string): Problem {
  try {
    return JSON.parse(text) as Problem
  } catch {
    return {}
  }
}
