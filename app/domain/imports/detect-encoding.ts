export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** Encoding that a byte order mark states; null without one. */
export function encodingOfMark(head: Uint8Array): TextEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return null;
}

/**
 * Feeds bytes to a strict UTF-8 decoder: Chinese text in GB18030, which spreadsheets write here, is
 * practically never valid UTF-8.
 */
export function encodingProbe(): { feed(bytes: Uint8Array): boolean; end(): TextEncoding } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let mark: TextEncoding | null = null;
  let isFirst = true;
  let isUtf8 = true;
  return {
    /** @returns whether more bytes can still change the answer */
    feed(bytes) {
      if (isFirst) mark = encodingOfMark(bytes);
      isFirst = false;
      if (mark || !isUtf8) return false;
      try {
        decoder.decode(bytes, { stream: true });
      } catch {
        isUtf8 = false;
      }
      return isUtf8;
    },
    end() {
      if (mark) return mark;
      if (!isUtf8) return "gb18030";
      try {
        decoder.decode();
        return "utf-8";
      } catch {
        return "gb18030";
      }
    },
  };
}
