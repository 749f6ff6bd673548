import type { PdfBlock } from "~/platform/pdf-blocks";

export type LotPosterFacts = {
  number: number;
  title: string;
  summary: string;
  url: string;
  rows: { label: string; value: string }[];
  texts: { eyebrow: string; scan: string; qrAlt: string; note: string };
};

const MOST_SUMMARY = 240;

/** One sheet to hang up: what is sold, from which price, until when, and the way to the page. */
export function lotPoster(facts: LotPosterFacts): PdfBlock[] {
  const characters = [...facts.summary];
  const summary =
    characters.length > MOST_SUMMARY
      ? `${characters.slice(0, MOST_SUMMARY).join("")}…`
      : facts.summary;
  return [
    { kind: "title", text: facts.title, subtitle: `${facts.texts.eyebrow} #${facts.number}` },
    ...(summary ? [{ kind: "paragraph", text: summary } satisfies PdfBlock] : []),
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
