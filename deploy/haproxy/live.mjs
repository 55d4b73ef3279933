// A live connection through the proxy, as far as a trial needs one: connects again at once when it ends, and prints what
// happens to it with the second of the trial. usage: node live.mjs URL COOKIE
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'

const [url, cookie] = [new URL(process.argv[2]), process.argv[3]]
const began = Date.now()
const say = (what) => console.log(`${((Date.now() - began) / 1000).toFixed(1)} s live: ${what}`)

function frame(text) {
  const body = Buffer.from(text)
  const mask = randomBytes(4)
  return Buffer.concat([Buffer.from([0x81, 0x80 | body.length]), mask, body.map((byte, at) => byte ^ mask[at % 4])])
}

function open() {
  const socket = connect(Number(url.port), url.hostname)
  let isOpen = false
  socket.write(
    `GET /live HTTP/1.1\r\nHost: ${url.host}\r\nOrigin: ${url.origin}\r\nCookie: ${cookie}\r\nConnection: Upgrade\r\n` +
      `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
  )
  const ping = setInterval(() => isOpen && socket.write(frame('{"type":6}\x1e')), 5_000)
  socket.on('data', (data) => {
    const text = data.toString('latin1')
    if (!isOpen) {
      say(text.split('\r\n')[0])
      isOpen = text.startsWith('HTTP/1.1 101')
      if (isOpen) socket.write(frame('{"protocol":"json","version":1}\x1e'))
    } else if (/"target":"serverLeaving"/i.test(text)) say('the node says that it leaves')
  })
  socket.on('error', (error) => say(error.code))
  socket.on('close', () => {
    clearInterval(ping)
    say('closed')
    setTimeout(open, isOpen ? 0 : 500)
  })
}
open()
