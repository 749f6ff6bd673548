import { describe, expect, it } from "vitest";
import { ORGANISATION_SYNONYMS, TECHNICAL_SYNONYMS, toSynonymSettings } from "./synonyms";

describe("synonyms", () => {
  it("point from every member to all others", () => {
    const settings = toSynonymSettings([["甲", "乙", "丙"]]);
    expect(settings).toEqual({ 甲: ["乙", "丙"], 乙: ["甲", "丙"], 丙: ["甲", "乙"] });
  });

  it("stand in one group only and are written folded", () => {
    const members = [...TECHNICAL_SYNONYMS, ...ORGANISATION_SYNONYMS].flat();
    expect(new Set(members).size).toBe(members.length);
    expect(members.filter((member) => member !== member.toLowerCase().normalize("NFKC"))).toEqual(
      [],
    );
  });
});
