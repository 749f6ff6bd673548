import { Transform } from "node:stream";

/**
 * React 18 fills the tail of a chunk with NUL bytes where a character of several bytes does not fit
 * any more, which breaks Chinese text. NUL is never part of HTML, so it can be dropped.
 */
export function withoutNul(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
