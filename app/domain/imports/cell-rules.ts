const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?%?$/;

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP: CSV
 * injection). Numbers stay numbers.
 */
export function defuseCell(text: string): string {
  return /^[\s\p{Cc}]*[=+\-@＝＋－＠\t\r]/u.test(text) && !PLAIN_NUMBER.test(text)
    ? `'${text}`
    : text;
}

/** Takes back what `defuseCell` put before a text, so that an export can be imported again. */
export function undefuseCell(text: string): string {
  return /^'[\s]*[=+\-@＝＋－＠\t\r]/.test(text) ? text.slice(1) : text;
}
