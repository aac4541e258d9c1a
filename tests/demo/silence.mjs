/** Silence with a length: a player that is given it seeks, plays and tells the time as on the sites themselves. */

const RATE = 3000;
const HEAD = 44;

/** The address of a WAV file, 8 bit mono, made here. @param {number} seconds */
export function silence(seconds) {
  const samples = Math.ceil(seconds * RATE);
  const file = new Uint8Array(HEAD + samples).fill(128);
  const head = new DataView(file.buffer);
  /** @param {number} at @param {string} name */
  const write = (at, name) => [...name].forEach((letter, index) => head.setUint8(at + index, letter.charCodeAt(0)));
  write(0, "RIFF");
  head.setUint32(4, HEAD - 8 + samples, true);
  write(8, "WAVEfmt ");
  head.setUint32(16, 16, true); // length of what follows up to the samples
  head.setUint16(20, 1, true); // plain samples
  head.setUint16(22, 1, true); // one channel
  head.setUint32(24, RATE, true);
  head.setUint32(28, RATE, true); // bytes a second
  head.setUint16(32, 1, true); // bytes a sample
  head.setUint16(34, 8, true); // bits a sample
  write(36, "data");
  head.setUint32(40, samples, true);
  return URL.createObjectURL(new Blob([file], { type: "audio/wav" }));
}
