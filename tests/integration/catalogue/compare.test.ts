import { beforeEach, describe, expect, it } from "vitest";
import { getComparison } from "~/domain/catalogue/compare-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { makeListingIn, needContent } from "../../factories/listings";
import { makeMember, makeOfficer, makeOrganisation } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
let firm: { organisationId: string; userId: string };
let rival: { organisationId: string; userId: string };
let reviewer: UserActor;
let candidate = "";

beforeEach(async () => {
  const owner = async (legalName: string) => {
    const organisation = await makeOrganisation(t.db, { legalName, kind: "ENTERPRISE" });
    const member = await makeMember(t.db, organisation.id);
    return { organisationId: organisation.id, userId: member.userId };
  };
  [firm, rival] = [await owner("甲公司"), await owner("乙公司")];
  reviewer = await makeOfficer(t.db, "REVIEWER", "370100");
  candidate = await put("MARKET_REVIEW", firm);
});

const put = (
  state: Parameters<typeof makeListingIn>[1],
  owner = rival,
  changes: Parameters<typeof needContent>[0] = {},
) => makeListingIn(t.db, state, owner, { kind: "need", content: needContent(changes) });

const compare = (otherId: string, actor = reviewer, id = candidate) =>
  getComparison({ kind: "need", id, otherId }, actor, (_, value) => value, t.db);

describe("getComparison", () => {
  it("puts both contents side by side and says what is equal", async () => {
    const other = await put("PUBLISHED", rival, { title: "压铸件气孔率降低新工艺" });
    const view = await compare(other);
    expect(view.rows.find((row) => row.field === "title")).toMatchObject({
      candidate: "压铸件气孔率降低工艺",
      other: "压铸件气孔率降低新工艺",
      isEqual: false,
    });
    expect(view.rows.find((row) => row.field === "background")?.isEqual).toBe(true);
    expect(view.rows.some((row) => row.field === "isBlinded")).toBe(false);
    expect(view).toMatchObject({ isSameOwner: false, other: { organisationName: "乙公司" } });
    expect((await compare(await put("PUBLISHED", firm))).isSameOwner).toBe(true);
  });

  it("shows of another region's blinded owner neither its name nor whose it is", async () => {
    const shenzhen = { isBlinded: true, regionCode: "440300" };
    const view = await compare(await put("PUBLISHED", rival, shenzhen));
    expect(view.other.organisationName).toBeNull();
    expect(JSON.stringify(view)).not.toContain("乙公司");
    expect((await compare(await put("PUBLISHED", firm, shenzhen))).isSameOwner).toBe(false);
  });

  it("leaves closed sections closed", async () => {
    const other = await put("PUBLISHED", rival, {
      background: "只给签了保密协议的人看的背景",
      sectionVisibility: { background: "NDA" },
      regionCode: "440300",
    });
    expect(JSON.stringify(await compare(other))).not.toContain("只给签了");
  });

  it("is the reviewer's of that region, and shows nothing that has not been submitted", async () => {
    const other = await put("PUBLISHED");
    const elsewhere = await makeOfficer(t.db, "REVIEWER", "440000");
    await expect(compare(other, elsewhere)).rejects.toMatchObject({ code: "forbidden" });
    const member = await makeMember(t.db, firm.organisationId);
    await expect(compare(other, member)).rejects.toMatchObject({ code: "forbidden" });
    for (const state of ["DRAFT", "ORG_CHECK"] as const) {
      await expect(compare(await put(state))).rejects.toMatchObject({ code: "not_found" });
      await expect(compare(other, reviewer, await put(state))).rejects.toMatchObject({
        code: "not_found",
      });
    }
    for (const id of [candidate, "x"]) {
      await expect(compare(id)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});
