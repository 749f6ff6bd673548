export interface DiffSegment {
  kind: "same" | "added" | "removed";
  text: string;
}

/** Cells of the comparison table; above this the texts are compared by sentence instead. */
const maxCells = 4_000_000;

/** Chinese by character, other scripts by word or number; figures with units stay whole. */
function tokens(text: string): string[] {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}]+(?:[.,]\p{N}+)*|\s+|[\s\S]/gu) ?? [];
}

function sentences(text: string): string[] {
  return text.match(/[^。！？!?;；\n]+[。！？!?;；\n]*|[。！？!?;；\n]+/gu) ?? [];
}

/**
 * What changed from one text to the next, as segments that rebuild both: same+removed is the old
 * text, same+added the new one. Longest common subsequence.
 */
export function diffSegments(before: string, after: string): DiffSegment[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  let old = tokens(before);
  let fresh = tokens(after);
  if (old.length * fresh.length > maxCells) {
    old = sentences(before);
    fresh = sentences(after);
  }
  if (old.length * fresh.length > maxCells) {
    return merge([
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ]);
  }
  return merge(compare(old, fresh));
}

function compare(old: ReadonlyArray<string>, fresh: ReadonlyArray<string>): DiffSegment[] {
  const width = fresh.length + 1;
  // lengths[i * width + j]: longest common subsequence of old[i..] and fresh[j..]
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const segments: DiffSegment[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    const left = old[i];
    const right = fresh[j];
    if (left !== undefined && left === right) {
      segments.push({ kind: "same", text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      segments.push({ kind: "removed", text: left });
      i += 1;
    } else if (right !== undefined) {
      segments.push({ kind: "added", text: right });
      j += 1;
    }
  }
  return segments;
}

/** Joins neighbours of one kind; within a change, what was removed comes before what was added. */
function merge(segments: ReadonlyArray<DiffSegment>): DiffSegment[] {
  const merged: DiffSegment[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed !== "") merged.push({ kind: "removed", text: removed });
    if (added !== "") merged.push({ kind: "added", text: added });
    removed = "";
    added = "";
  };
  for (const segment of segments) {
    if (segment.kind === "removed") removed += segment.text;
    else if (segment.kind === "added") added += segment.text;
    else {
      flush();
      const last = merged[merged.length - 1];
      if (last?.kind === "same") last.text += segment.text;
      else merged.push({ kind: "same", text: segment.text });
    }
  }
  flush();
  return merged;
}
