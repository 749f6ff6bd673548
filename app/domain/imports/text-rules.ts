/** Characters that no text of a catalogue needs and PostgreSQL or a page may stumble over. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B-\u200F\u2028-\u202E\uFEFF]/g;

const ENTITIES: Record<string, string> = {
  "&nbsp;": " ",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&ldquo;": "“",
  "&rdquo;": "”",
  "&mdash;": "—",
  "&deg;": "°",
  "&plusmn;": "±",
  "&times;": "×",
  "&mu;": "μ",
};

/** Text of a cell as plain paragraphs: no markup, no control characters, lone surrogates replaced. */
export function cleanText(raw: string): string {
  let text = raw.replace(/\r\n?/g, "\n");
  if (/<\/?[a-z][^>]*>/i.test(text)) {
    text = text
      .replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/gi, "")
      .replace(/<(br|\/p|\/div|\/li|\/tr)[^>]*>/gi, "\n")
      .replace(/<\/?[a-z][^>]*>/gi, "");
  }
  return text
    .replace(/&[a-z#0-9]+;/gi, (entity) => ENTITIES[entity.toLowerCase()] ?? entity)
    .replace(CONTROL, "")
    .toWellFormed()
    .replace(/[ \t\u00A0\u3000]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The same on one line. */
export function cleanLine(raw: string): string {
  return cleanText(raw).replace(/\s*\n\s*/g, " ");
}

/** Number of characters as a person counts them, so that a rare character outside the BMP is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** The first sentence of a text, at most `max` characters, for catalogues without a summary. */
export function firstSentence(text: string, max: number): string {
  const sentence = /^.*?[。！？!?；;](?=.|$)/su.exec(text.replace(/\n/g, " "))?.[0] ?? text;
  const characters = [...sentence.replace(/[。；;]$/u, "").trim()];
  return characters.length <= max
    ? characters.join("")
    : `${characters.slice(0, max - 1).join("")}…`;
}

/** Splits a list in a cell at commas, semicolons, bars and enumeration marks. */
export function splitList(text: string): string[] {
  const parts = text.split(/[,，;；|、\n]+/).map((part) => part.trim());
  return [...new Set(parts.filter(Boolean))];
}
