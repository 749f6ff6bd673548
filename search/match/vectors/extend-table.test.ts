import { describe, expect, it } from "vitest";
import { seededRandom } from "../seeded-random";
import { StatisticsCollector, toStatistics } from "../statistics";
import type { CatalogueTexts } from "./catalogue-texts";
import { checkTable } from "./check-table";
import type { NeedLine } from "./corpus";
import { normalise, wordLikeness } from "./encode";
import { extendTable } from "./extend-table";
import { quantise, readTable, type VectorTable, writeTable } from "./table";
import type { TrainingText } from "./train";

const THEMES = [
  ["电池", "正极", "电解液", "容量", "循环"],
  ["焊接", "电弧", "焊缝", "熔池", "焊丝"],
  ["废水", "过滤", "膜", "蒸馏", "结晶"],
  ["轴承", "磨损", "润滑", "滚子", "疲劳"],
] as const;
const DIMENSIONS = 16;

/** A table in which the words of a theme lie around one axis, and all of them along the last one. */
function tinyTable(): VectorTable {
  const random = seededRandom("tiny");
  const words = THEMES.flatMap((theme, axis) => theme.map((word) => ({ word, axis })));
  const vectors = new Float32Array(words.length * DIMENSIONS);
  words.forEach(({ axis }, row) => {
    const vector = vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
    for (let k = 0; k < DIMENSIONS; k++) vector[k] = (random() - 0.5) * 0.4;
    vector[axis] = 1;
    vector[DIMENSIONS - 1] = 1;
    normalise(vector);
  });
  const direction = new Float32Array(DIMENSIONS);
  direction[DIMENSIONS - 1] = 1;
  return {
    version: "tiny",
    dimensions: DIMENSIONS,
    rowOf: new Map(words.map(({ word }, row) => [word, row])),
    ...quantise(vectors, DIMENSIONS),
    direction,
    prior: { documents: 50, units: words.map(({ word }) => word), frequencies: words.map(() => 5) },
    background: [],
    recipe: { sources: [], parameters: {}, trainedOn: "2026-01-01" },
  };
}

/**
 * Thirty listings a theme, whose titles and texts share no word; those of the first also say one that
 * the table does not know.
 */
function tinyCatalogue(): CatalogueTexts {
  const random = seededRandom("listings");
  const pick = (theme: readonly string[]) => theme[Math.floor(random() * theme.length)] as string;
  const texts = THEMES.flatMap(([first, second, ...rest], axis) =>
    Array.from({ length: 30 }, (_, i): TrainingText => {
      const unknown = axis === 0 ? "zorvex" : "";
      return {
        title: `${pick([first, second])} ${i}`,
        text: `${pick(rest)}，${unknown}${pick(rest)}${pick(rest)}。${pick(rest)}${pick(rest)}。`,
        keywords: [],
      };
    }),
  );
  // One a theme: within a theme the order is an accident.
  const keptOut = new Set(texts.filter((_, i) => i % 30 === 0));
  const collector = new StatisticsCollector();
  for (const one of texts) collector.add(one.title, one.text);
  return { texts, keptOut, statistics: toStatistics(collector.finish()) };
}

const needs: NeedLine[] = THEMES.map(([a, b, c, d, e]) => ({
  title: a,
  text: `${b}${c}`,
  answers: [`${d}${e}`, e],
}));

const extend = () => extendTable(tinyTable(), tinyCatalogue(), "catalogue-1", "2026-11-22");

describe("extendTable", () => {
  it("makes the same table of the same texts", () => {
    expect(writeTable(extend()).equals(writeTable(extend()))).toBe(true);
  });

  it("gives a word that it did not know the place of the words around it", () => {
    const base = tinyTable();
    const table = readTable(writeTable(extend()));
    const { statistics } = tinyCatalogue();
    expect(base.rowOf.has("zorvex")).toBe(false);
    const [battery, ...others] = THEMES.map(([word]) =>
      wordLikeness("zorvex", word, table, statistics),
    );
    expect(battery).toBeGreaterThan(0.5);
    expect(battery).toBeGreaterThan(Math.max(...others) + 0.3);
  });

  it("keeps the words that it had, and says what it was made of", () => {
    const base = tinyTable();
    const table = extend();
    expect([...table.rowOf.keys()].slice(0, base.rowOf.size)).toEqual([...base.rowOf.keys()]);
    expect(table).toMatchObject({ version: "catalogue-1", prior: base.prior });
    expect(table.recipe.sources).toEqual([expect.objectContaining({ texts: 120 })]);
    expect(table.recipe.parameters).toMatchObject({ newUnits: table.rowOf.size - base.rowOf.size });
  });
});

describe("checkTable", () => {
  it("keeps a table that serves the catalogue no worse", () => {
    const check = checkTable(tinyTable(), extend(), tinyCatalogue(), needs);
    expect(check.isKept).toBe(true);
    expect(check.candidate.catalogue).toBeGreaterThanOrEqual(check.atWork.catalogue);
  });

  it("refuses a table whose words have lost their places", () => {
    const table = extend();
    const random = seededRandom("spoilt");
    const spoilt = { ...table, rows: table.rows.map(() => Math.round(random() * 254 - 127)) };
    const check = checkTable(table, spoilt, tinyCatalogue(), needs);
    expect(check.isKept).toBe(false);
    expect(check.candidate.catalogue).toBeLessThan(check.atWork.catalogue);
  });

  it("refuses a table that knows the catalogue and has forgotten what it was shipped with", () => {
    const table = extend();
    const welding = THEMES[1].join("");
    const kept = [...table.rowOf].filter(([unit]) => !welding.includes(unit));
    const forgetful = { ...table, rowOf: new Map(kept) };
    const catalogue = tinyCatalogue();
    const others = new Set([...catalogue.keptOut].filter((one) => !/焊|弧/.test(one.title)));
    const check = checkTable(table, forgetful, { ...catalogue, keptOut: others }, needs);
    expect(check.candidate.catalogue).toBeCloseTo(check.atWork.catalogue, 1);
    expect(check.isKept).toBe(false);
  });

  it("puts an answer last in a table that gives every word one vector", () => {
    const table = tinyTable();
    const flat = { ...table, rows: table.rows.map((_, i) => (i % DIMENSIONS === 0 ? 127 : 0)) };
    const check = checkTable(table, flat, tinyCatalogue(), needs);
    expect(check.candidate.catalogue).toBe(1 / 4);
  });
});
