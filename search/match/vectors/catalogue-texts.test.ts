import { expect, it } from "vitest";
import { drawTexts, mergeTitles, prepareCatalogue } from "./catalogue-texts";
import type { TrainingText } from "./train";

const base = { prior: { documents: 0, units: [], frequencies: [] } };

const listings = (count: number): TrainingText[] =>
  Array.from({ length: count }, (_, i) => ({
    title: `成果${i}`,
    text: `第 ${i} 项成果的说明`.repeat(8),
    keywords: [],
  }));

it("trains on nothing below two hundred listings with a text", () => {
  expect(prepareCatalogue(listings(199), base)).toBeNull();
  const short = listings(300).map((one) => ({ ...one, text: "太短" }));
  expect(prepareCatalogue(short, base)).toBeNull();
});

it("keeps a tenth out, at least thirty and at most five hundred", () => {
  const size = (count: number) => prepareCatalogue(listings(count), base)?.keptOut.size;
  expect([200, 1_000, 6_000].map(size)).toEqual([30, 100, 500]);
});

it("keeps the same listings out when others come and texts change", () => {
  const titles = (texts: TrainingText[]) =>
    [...(prepareCatalogue(texts, base)?.keptOut ?? [])].map((one) => one.title);
  const before = titles(listings(1_000));
  const grown = listings(1_200).map((one) => ({ ...one, text: `${one.text}，已更新` }));
  const after = titles(grown.reverse());
  const known = after.filter((title) => Number(title.slice(2)) < 1_000);
  const trained = known.filter((title) => !before.includes(title));
  // A few pass over as the share is rounded anew; a draw of its own would bring ninety.
  expect(known.length).toBeGreaterThan(80);
  expect(trained.length).toBeLessThan(15);
});

it("merges equal titles to the longest text, and equal texts", () => {
  const merged = mergeTitles([
    { title: "钠电池", text: "短", keywords: [] },
    { title: "鈉電池", text: "更长的说明", keywords: [] },
    { title: "另一个名字", text: "更长的说明", keywords: [] },
  ]);
  expect(merged.map((one) => one.text)).toEqual(["更长的说明"]);
});

it("draws the same part of a catalogue that is too large, whole or page by page", () => {
  const all = listings(500);
  const drawn = drawTexts(all, 10_000);
  const characters = drawn.reduce((sum, one) => sum + one.title.length + one.text.length, 0);
  expect(characters).toBeLessThanOrEqual(10_000);
  expect(characters).toBeGreaterThan(9_500);
  const paged = drawTexts([...drawTexts(all.slice(0, 300), 10_000), ...all.slice(300)], 10_000);
  expect(paged).toEqual(drawn);
});
