const separators = /[,,、;;\n\t]+/;

/** Typed tags -> list: split at Chinese and Latin separators, trimmed, first spelling wins. */
export function splitTags(text: string): string[] {
  const seen = new Set<string>();
  const tags: string[] = [];
  for (const part of text.split(separators)) {
    const tag = part.trim().replace(/\s+/g, " ");
    const key = tag.normalize("NFKC").toLowerCase();
    if (tag === "" || seen.has(key)) continue;
    seen.add(key);
    tags.push(tag);
  }
  return tags;
}

/** The one text a tag field posts, with or without client code. */
export function joinTags(tags: ReadonlyArray<string>): string {
  return tags.join("、");
}
