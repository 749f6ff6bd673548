import { describe, expect, it } from "vitest";
import { achievementContentSchema } from "~/domain/catalogue/achievement-schema";
import { ACHIEVEMENT_SECTIONS, NEED_SECTIONS } from "~/domain/catalogue/listing-kind-rules";
import { needContentSchema } from "~/domain/catalogue/need-schema";
import { achievementGroups, needGroups } from "./disclosed-lines-rules";

const context = { amount: (fen: string) => `¥${fen}`, ipKind: (code: string) => code };
const achievement = achievementContentSchema.parse({
  title: "t",
  description: "in-description",
  applications: "in-applications",
  cooperationNote: "in-cooperation",
  advantages: [{ claim: "in-advantages", figure: "5", unit: "%", baseline: "" }],
  trlEvidence: [{ level: 4, evidence: "in-readiness" }],
  ipRights: [{ kind: "PATENT_INVENTION", number: "in-ip", owners: "" }],
  team: [{ role: "in-team", expertise: "" }],
  priceKind: "FIXED",
  priceMinFen: 777,
});
const need = needContentSchema.parse({
  title: "t",
  background: "in-background",
  constraints: "in-constraints",
  targets: [{ name: "in-targets", comparator: "GTE", value: "9", unit: "mm" }],
  budgetKind: "FIXED",
  budgetMinFen: 888,
  ipTermsNote: "in-ipTerms",
});

describe("disclosed lines", () => {
  it("show one section of an achievement and no other", () => {
    for (const section of ACHIEVEMENT_SECTIONS) {
      const text = JSON.stringify(achievementGroups(achievement, section, context));
      expect(text).toContain(section === "price" ? "¥777" : `in-${section}`);
      for (const other of ACHIEVEMENT_SECTIONS) {
        if (other !== section) expect(text).not.toContain(`in-${other}`);
      }
    }
  });
  it("show one section of a need and no other", () => {
    for (const section of NEED_SECTIONS) {
      const text = JSON.stringify(needGroups(need, section, context));
      expect(text).toContain(section === "budget" ? "¥888" : `in-${section}`);
      for (const other of NEED_SECTIONS) {
        if (other !== section) expect(text).not.toContain(`in-${other}`);
      }
    }
    expect(JSON.stringify(needGroups(need, "targets", context))).toContain("≥ 9 mm");
  });
  it("have nothing for a section of the other kind", () => {
    expect(achievementGroups(achievement, "budget", context)).toEqual([]);
    expect(needGroups(need, "price", context)).toEqual([]);
  });
});
