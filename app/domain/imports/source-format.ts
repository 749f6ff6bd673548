export type SourceFormat = "CSV" | "XLSX" | "JSONL";

/** Format by file name; null for anything that is not taken. */
export function formatOfName(name: string): SourceFormat | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name.trim())?.[1]?.toLowerCase();
  if (extension === "csv" || extension === "tsv" || extension === "txt") return "CSV";
  if (extension === "xlsx") return "XLSX";
  if (extension === "jsonl" || extension === "ndjson") return "JSONL";
  return null;
}

/** Whether the first bytes fit the format: a renamed spreadsheet or program is not read as text. */
export function fitsFormat(format: SourceFormat, head: Uint8Array): boolean {
  const isZip = head[0] === 0x50 && head[1] === 0x4b;
  if (format === "XLSX") return isZip;
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return !isZip && (isWide || !head.subarray(0, 4096).includes(0));
}
