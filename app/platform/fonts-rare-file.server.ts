/** A glyph outline as TrueType keeps it: closed contours of points, on or off the curve. */
export interface OutlinePoint {
  x: number;
  y: number;
  onCurve: boolean;
}

export interface OutlineGlyph {
  /** In font units of 1/1024 em, as the advance. */
  contours: OutlinePoint[][];
  advance: number;
}

export const UNITS_PER_EM = 1024;
export const ASCENT = 901;
export const DESCENT = -123;

const int16 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => {
    bytes.writeUInt16BE(value & 0xffff, at * 2);
  });
  return bytes;
};

const int32 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => {
    bytes.writeUInt32BE(value >>> 0, at * 4);
  });
  return bytes;
};

const padded = (bytes: Buffer) =>
  Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

function boundsOf(points: readonly OutlinePoint[]): [number, number, number, number] {
  const xs = points.map((point) => Math.round(point.x));
  const ys = points.map((point) => Math.round(point.y));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** One entry of the `glyf` table: a simple glyph, every coordinate as a two-byte difference. */
function encodeGlyph(glyph: OutlineGlyph): Buffer {
  const points = glyph.contours.flat();
  if (points.length === 0) return Buffer.alloc(0);
  let end = -1;
  const ends = glyph.contours.map((contour) => {
    end += contour.length;
    return end;
  });
  const flags = Buffer.from(points.map((point) => (point.onCurve ? 1 : 0)));
  const differences = (axis: "x" | "y") =>
    points.map((point, at) => Math.round(point[axis]) - Math.round(points[at - 1]?.[axis] ?? 0));
  return padded(
    Buffer.concat([
      int16(glyph.contours.length, ...boundsOf(points), ...ends, 0),
      flags,
      int16(...differences("x")),
      int16(...differences("y")),
    ]),
  );
}

function checksum(bytes: Buffer): number {
  const whole = padded(bytes);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

/** The tables in one file, with their directory. */
function encodeTables(tables: Record<string, Buffer>): Buffer {
  const names = Object.keys(tables).sort();
  const power = 2 ** Math.floor(Math.log2(names.length));
  const directory = [
    int32(0x00010000),
    int16(names.length, power * 16, Math.log2(power), names.length * 16 - power * 16),
  ];
  let offset = 12 + names.length * 16;
  const bodies: Buffer[] = [];
  for (const name of names) {
    const body = tables[name] ?? Buffer.alloc(0);
    directory.push(Buffer.from(name), int32(checksum(body), offset, body.length));
    bodies.push(padded(body));
    offset += padded(body).length;
  }
  return Buffer.concat([...directory, ...bodies]);
}

/**
 * A TrueType file with just these glyphs, numbered from 0 (which must be ".notdef"), with the tables
 * that a PDF asks of an embedded font (ISO 32000-1, 9.9): no names, no character map.
 */
export function encodeFontFile(glyphs: readonly OutlineGlyph[]): Buffer {
  const bodies = glyphs.map(encodeGlyph);
  const offsets = [0];
  for (const body of bodies) offsets.push((offsets.at(-1) ?? 0) + body.length);
  const points = glyphs.flatMap((glyph) => glyph.contours.flat());
  const box = boundsOf(points.length > 0 ? points : [{ x: 0, y: 0, onCurve: true }]);
  const mostPoints = Math.max(...glyphs.map((glyph) => glyph.contours.flat().length));
  const mostContours = Math.max(...glyphs.map((glyph) => glyph.contours.length));
  const widest = Math.max(...glyphs.map((glyph) => glyph.advance));
  const leftOf = (glyph: OutlineGlyph) =>
    glyph.contours.length > 0 ? boundsOf(glyph.contours.flat())[0] : 0;
  return encodeTables({
    head: Buffer.concat([
      int32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
      int16(0b1011, UNITS_PER_EM),
      Buffer.alloc(16),
      int16(...box, 0, 8, 2, 1, 0),
    ]),
    hhea: Buffer.concat([
      int32(0x00010000),
      int16(ASCENT, DESCENT, 0, widest, 0, 0, box[2], 1, 0, 0, 0, 0, 0, 0, 0, glyphs.length),
    ]),
    maxp: Buffer.concat([
      int32(0x00010000),
      int16(glyphs.length, mostPoints, mostContours, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    ]),
    hmtx: int16(...glyphs.flatMap((glyph) => [glyph.advance, leftOf(glyph)])),
    loca: int32(...offsets),
    glyf: Buffer.concat(bodies),
  });
}
