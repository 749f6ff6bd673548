import { describe, expect, it } from "vitest";
import type { UserActor } from "./actor";
import { assertCan, can } from "./permission-rules";
import { coversRegion } from "./region-rules";

const base: UserActor = {
  kind: "USER",
  userId: "u",
  sessionId: "s",
  name: "n",
  email: "e",
  locale: "zh-CN",
  realNameLevel: 1,
  organisationId: "a",
  memberships: [],
  offices: [],
  registrarSeats: [],
  brokerId: null,
};
const member = (role: "OWNER" | "ADMIN" | "MEMBER", scopes: ("PUBLISH" | "SIGN")[]): UserActor => ({
  ...base,
  memberships: [
    {
      organisationId: "a",
      organisationName: "A",
      organisationKind: "UNIVERSITY",
      isVerified: true,
      role,
      scopes,
    },
  ],
});

describe("permissions", () => {
  it("lets only members with the scope publish, and only for their own organisation", () => {
    const publisher = member("MEMBER", ["PUBLISH"]);
    expect(can(publisher, "listing.edit", { organisationId: "a" })).toBe(true);
    expect(can(publisher, "listing.edit", { organisationId: "b" })).toBe(false);
    expect(can(member("OWNER", []), "listing.edit", { organisationId: "a" })).toBe(false);
    expect(can(publisher, "listing.check", { organisationId: "a" })).toBe(false);
  });

  it("shows a reviewer only the own region's subtree", () => {
    const reviewer: UserActor = {
      ...base,
      offices: [{ office: "REVIEWER", regionCode: "370100" }],
    };
    expect(can(reviewer, "listing.review", { regionCode: "370102" })).toBe(true);
    expect(can(reviewer, "listing.review", { regionCode: "370200" })).toBe(false);
    expect(can(reviewer, "listing.review", { regionCode: null })).toBe(false);
    expect(can(reviewer, "real-name.decide", { regionCode: "370102" })).toBe(false);
  });

  it("fails closed for visitors and for subjects that are not named", () => {
    expect(can(null, "organisation.create")).toBe(false);
    expect(can(base, "account.manage", {})).toBe(false);
    expect(() => assertCan(base, "listing.edit", {})).toThrow("forbidden");
  });

  it("knows the tree of divisions", () => {
    expect(coversRegion("370000", "370214")).toBe(true);
    expect(coversRegion("370102", "370100")).toBe(false);
    expect(coversRegion(null, "110000")).toBe(true);
  });
});
