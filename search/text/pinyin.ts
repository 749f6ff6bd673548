import { pinyin } from "pinyin-pro";
import { normaliseText } from "./normalise";
import { wordsOf } from "./words";

// From a word's beginning to this many letters: long enough for five or six syllables.
const MAX_LETTERS = 24;
const MAX_INITIALS = 8;
const MIN_INITIALS = 3;

/**
 * Pinyin of a title, written from the beginning of every word onward: "钠离子电池" becomes
 * "nalizidianchi lizidianchi dianchi …" and the initials "nlzdc lzdc". Meilisearch matches the
 * beginning of a word while it is typed, so that "dianchi" and "lizidian" both find the title.
 */
export function pinyinForms(title: string): string {
  const text = normaliseText(title);
  const forms = new Set<string>();
  for (const run of text.matchAll(/\p{Script=Han}+/gu)) {
    const characters = [...run[0]];
    const syllables = pinyin(run[0], { toneType: "none", type: "array", v: true });
    if (syllables.length !== characters.length) continue;
    const starts = wordStarts(run[0]);
    for (let i = 0; i < characters.length; i++) {
      if (!starts.has(i)) continue;
      const rest = syllables.slice(i);
      if (rest.length < 2) continue;
      forms.add(rest.join("").slice(0, MAX_LETTERS));
      const initials = rest
        .map((syllable) => syllable.charAt(0))
        .join("")
        .slice(0, MAX_INITIALS);
      if (initials.length >= MIN_INITIALS) forms.add(initials);
    }
  }
  return [...forms].join(" ");
}

/** Offsets, counted in characters, at which a dictionary word begins. */
function wordStarts(run: string): Set<number> {
  const starts = new Set<number>([0]);
  for (const word of wordsOf(run)) starts.add([...run.slice(0, word.start)].length);
  return starts;
}
