import fs from "node:fs";
import { describe, expect, it } from "vitest";

const css = fs.readFileSync(new URL("../../styles/tokens.css", import.meta.url), "utf8");
const colours = new Map(
  [...css.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
);

/** Relative luminance, WCAG 2.2. */
function luminance(name: string): number {
  const hex = colours.get(name);
  if (!hex) throw new Error(`no colour ${name}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["surface", "canvas", "sunken", "brand-50"];
const tones = ["success", "warning", "danger", "info"];

describe("colours", () => {
  it.each(["ink", "body", "muted", "faint", "brand-600", "brand-700"])(
    "%s is readable on every ground",
    (text) => {
      for (const ground of grounds) {
        expect(contrast(text, ground), ground).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
  it.each(tones)("%s text is readable on its own tint and on white", (tone) => {
    for (const step of ["600", "700"]) {
      expect(contrast(`${tone}-${step}`, `${tone}-50`)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(`${tone}-${step}`, "surface")).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast("body", `${tone}-50`)).toBeGreaterThanOrEqual(4.5);
  });
  it.each([
    ["white", "brand-600"],
    ["white", "accent-600"],
    ["white", "brand-800"],
    ["brand-100", "brand-800"],
    ["brand-200", "brand-800"],
    ["brand-800", "brand-100"],
    ["accent-700", "accent-50"],
    ["accent-800", "accent-100"],
    ["ink", "mark"],
  ])("%s on %s is readable", (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(["line-strong", "brand-500", "success-500", "danger-500", "info-500"])(
    "%s outlines a control visibly",
    (line) => expect(contrast(line, "surface")).toBeGreaterThanOrEqual(3),
  );
});
