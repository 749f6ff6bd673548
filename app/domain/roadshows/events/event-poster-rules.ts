import type { PdfBlock } from "~/platform/pdf-blocks";

type EventPosterFacts = {
  number: number;
  title: string;
  intro: string;
  url: string;
  rows: { label: string; value: string }[];
  texts: { eyebrow: string; scan: string; qrAlt: string; note: string };
};

const MOST_INTRO = 200;

/** One sheet to hang up: what, when, where, until when to take part, and the way to the page. */
export function eventPoster(facts: EventPosterFacts): PdfBlock[] {
  const characters = [...facts.intro.replace(/\s+/g, " ")];
  const isLong = characters.length > MOST_INTRO;
  const intro = isLong ? `${characters.slice(0, MOST_INTRO).join("")}…` : characters.join("");
  return [
    { kind: "title", text: facts.title, subtitle: `${facts.texts.eyebrow} #${facts.number}` },
    ...(intro ? [{ kind: "paragraph", text: intro } satisfies PdfBlock] : []),
    { kind: "rule" },
    { kind: "keyValue", rows: facts.rows },
    { kind: "space", mm: 8 },
    {
      kind: "qr",
      content: facts.url,
      alt: facts.texts.qrAlt,
      text: `${facts.texts.scan}\n${facts.url}`,
      sizeMm: 62,
      level: "M",
    },
    { kind: "note", text: facts.texts.note },
  ];
}
