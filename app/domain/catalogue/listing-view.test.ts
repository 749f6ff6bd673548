import { describe, expect, it } from "vitest";
import { achievementContentSchema } from "./achievement-schema";
import { visibleAchievement, visibleFiles, visibleNeed } from "./listing-view";
import { needContentSchema } from "./need-schema";

const secret = "配方 A-17";
const achievement = achievementContentSchema.parse({
  title: "高镍正极包覆工艺",
  description: secret,
  applications: "动力电池",
  priceKind: "FIXED",
  priceMinFen: 120_000_00,
  ipRights: [{ kind: "PATENT_INVENTION", number: "201710601862.3", owners: "甲大学" }],
  coOwners: [{ name: "乙研究院", hasConsent: true }],
  sectionVisibility: { description: "NDA", applications: "SIGNED_IN", price: "NAMED" },
});

describe("visibleAchievement", () => {
  it("empties what a visitor may not read", () => {
    const { content, hidden } = visibleAchievement(achievement, "PUBLIC");
    expect(JSON.stringify(content)).not.toContain(secret);
    expect(content).toMatchObject({ applications: "", priceKind: "NEGOTIABLE", priceMinFen: null });
    expect(hidden).toEqual([
      { section: "description", level: "NDA" },
      { section: "applications", level: "SIGNED_IN" },
      { section: "price", level: "NAMED" },
    ]);
  });

  it("opens signed-in sections to a signed-in reader, and everything to the owner", () => {
    const signedIn = visibleAchievement(achievement, "SIGNED_IN");
    expect(signedIn.content.applications).toBe("动力电池");
    expect(signedIn.content.description).toBe("");
    expect(visibleAchievement(achievement, "FULL").content).toEqual(achievement);
  });

  it("hides register numbers, owners and co-owners of a blinded listing", () => {
    const { content } = visibleAchievement({ ...achievement, isBlinded: true }, "SIGNED_IN");
    expect(JSON.stringify(content)).not.toMatch(/201710601862|甲大学|乙研究院/);
    expect(content.ipRights[0]?.kind).toBe("PATENT_INVENTION");
  });

  it("applies the levels of today to an old version that was public then", () => {
    const old = { ...achievement, sectionVisibility: {} };
    const { content } = visibleAchievement(old, "PUBLIC", achievement);
    expect(content.description).toBe("");
  });

  it("does not open an old version whose section was closed then", () => {
    const { content } = visibleAchievement(achievement, "PUBLIC", {
      sectionVisibility: {},
      isBlinded: false,
    });
    expect(content.description).toBe("");
  });
});

it("an unknown level hides", () => {
  const need = needContentSchema.parse({ background: secret });
  const odd = { ...need, sectionVisibility: { background: "EVERYBODY" as "PUBLIC" } };
  expect(visibleNeed(odd, "SIGNED_IN").content.background).toBe("");
});

it("a blinded owner's documents stay closed", () => {
  const file = {
    id: "1",
    fileId: "1",
    role: "ATTACHMENT" as const,
    visibility: "PUBLIC" as const,
    caption: "",
    name: "甲大学.pdf",
    contentType: "application/pdf",
    sizeBytes: 1,
  };
  expect(visibleFiles([file], "SIGNED_IN", true)).toEqual({ open: [], closedCount: 1 });
  expect(visibleFiles([file], "PUBLIC", false).open).toHaveLength(1);
});
