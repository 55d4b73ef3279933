import WebSocket from 'ws'

/**
 * The WebSocket of the unmodified clients. Closed before it is connected, ws tells an error; a client that is being ended listens
 * to nothing by then, and Node ends a process whose error nobody hears.
 */
export class Line extends WebSocket {
  constructor(...wanted) {
    super(...wanted)
    this.on('error', () => {})
  }
}
