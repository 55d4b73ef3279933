// What a bare V8 lacks of a browser and the packages ask for.
const replacement = 0xfffd;

function encodeInto(text, target) {
  let written = 0;
  for (let index = 0; index < text.length; index++) {
    let code = text.charCodeAt(index);
    if (code >= 0xd800 && code < 0xdc00 && index + 1 < text.length && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
      code = 0x10000 + ((code - 0xd800) << 10) + (text.charCodeAt(++index) - 0xdc00);
    } else if (code >= 0xd800 && code < 0xe000) {
      code = replacement;
    }
    if (code < 0x80) {
      target[written++] = code;
    } else if (code < 0x800) {
      target[written++] = 0xc0 | (code >> 6);
      target[written++] = 0x80 | (code & 0x3f);
    } else if (code < 0x10000) {
      target[written++] = 0xe0 | (code >> 12);
      target[written++] = 0x80 | ((code >> 6) & 0x3f);
      target[written++] = 0x80 | (code & 0x3f);
    } else {
      target[written++] = 0xf0 | (code >> 18);
      target[written++] = 0x80 | ((code >> 12) & 0x3f);
      target[written++] = 0x80 | ((code >> 6) & 0x3f);
      target[written++] = 0x80 | (code & 0x3f);
    }
  }
  return { read: text.length, written };
}

globalThis.TextEncoder ??= class {
  encode(text) {
    const buffer = new Uint8Array(text.length * 3);
    return buffer.slice(0, encodeInto(text, buffer).written);
  }

  encodeInto(text, target) {
    return encodeInto(text, target);
  }
};

// Well-formed input only: what the tests hand to the oracle was written by one of the two encoders.
globalThis.TextDecoder ??= class {
  decode(bytes) {
    let text = '';
    for (let index = 0; index < bytes.length; ) {
      const first = bytes[index++];
      const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
      let code = more === 0 ? first : first & (0x3f >> more);
      for (let left = more; left > 0; left--) code = (code << 6) | (bytes[index++] & 0x3f);
      text += String.fromCodePoint(code);
    }
    return text;
  }
};

globalThis.crypto ??= {
  subtle: {},
  getRandomValues(target) {
    for (let index = 0; index < target.length; index++) target[index] = Math.floor(Math.random() * 2 ** 32);
    return target;
  },
};
globalThis.console ??= { log() {}, warn() {}, error() {}, info() {} };
globalThis.performance ??= { now: () => Date.now() };
globalThis.setTimeout ??= () => 0;
globalThis.clearTimeout ??= () => {};
globalThis.setInterval ??= () => 0;
globalThis.clearInterval ??= () => {};
globalThis.atob ??= (text) => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let bits = 0, count = 0, bytes = '';
  for (const letter of text.replace(/=+$/, '')) {
    bits = ((bits << 6) | alphabet.indexOf(letter)) & 0xffffff;
    count += 6;
    if (count >= 8) bytes += String.fromCharCode((bits >> (count -= 8)) & 0xff);
  }
  return bytes;
};
globalThis.btoa ??= (bytes) => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [one, two, three] = [0, 1, 2].map((at) => bytes.charCodeAt(index + at));
    text += alphabet[one >> 2] + alphabet[((one & 3) << 4) | (two >> 4)];
    text += Number.isNaN(two) ? '=' : alphabet[((two & 15) << 2) | (three >> 6)];
    text += Number.isNaN(three) ? '=' : alphabet[three & 63];
  }
  return text;
};
// lib0 takes a V8 without a page for Node.
globalThis.Buffer ??= {
  from: (buffer, offset, length) => ({ toString: () => btoa(String.fromCharCode(...new Uint8Array(buffer, offset, length))) }),
};
