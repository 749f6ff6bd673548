import { beforeEach, describe, expect, it } from "vitest";
import { findDuplicates } from "~/domain/catalogue/duplicate-queries.server";
import { getListing } from "~/domain/catalogue/listing-store.server";
import { saveDraft } from "~/domain/catalogue/save-draft.server";
import { verifyReadiness } from "~/domain/catalogue/verify-readiness.server";
import type { UserActor } from "~/domain/identity/actor";
import { newId } from "~/domain/shared/ids";
import { achievementContent, contentOf, makeDraft, makeListingIn } from "../../factories/listings";
import { makeMember, makeOfficer, makeOrganisation } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
let organisationId: string;
let publisher: UserActor;

beforeEach(async () => {
  organisationId = (await makeOrganisation(t.db)).id;
  publisher = await makeMember(t.db, organisationId);
});

describe("saveDraft", () => {
  it.each(["achievement", "need"] as const)("%s comes back as it was written", async (kind) => {
    const next = contentOf(kind);
    const { id } = await makeDraft(t.db, publisher, organisationId, next);
    const listing = await getListing(t.db, { kind, id });
    expect(listing.content).toEqual(next.content);
  });

  it("refuses a form that was opened on an older revision, also when two save at once", async () => {
    const { id, revision } = await makeDraft(t.db, publisher, organisationId);
    const save = (title: string) =>
      saveDraft({ kind: "achievement", id, revision, content: { title } }, publisher, t.db);
    const results = await Promise.allSettled([save("第一个人写的"), save("第二个人写的")]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(results.find((one) => one.status === "rejected")?.reason).toMatchObject({
      code: "stale_revision",
      status: 409,
    });
    await expect(save("迟来的")).rejects.toMatchObject({ code: "stale_revision" });
  });

  it("counts code points, names the field of a broken limit and keeps rare characters", async () => {
    const { id, revision } = await makeDraft(t.db, publisher, organisationId);
    const ref = { kind: "achievement", id } as const;
    const save = (title: string) =>
      saveDraft({ ...ref, revision, content: { title } }, publisher, t.db);
    await expect(save("𬭎".repeat(61))).rejects.toMatchObject({ field: "title" });
    await save(`${"𬭎".repeat(59)}😀`);
    expect([...(await getListing(t.db, ref)).content.title]).toHaveLength(60);
  });

  it("stores markup as text", async () => {
    const { id, revision } = await makeDraft(t.db, publisher, organisationId);
    const ref = { kind: "achievement", id } as const;
    const description = "<script>alert(1)</script>\u0000 & {{x}}";
    await saveDraft({ ...ref, revision, content: { description } }, publisher, t.db);
    expect((await getListing(t.db, ref)).content).toMatchObject({
      description: "<script>alert(1)</script> & {{x}}",
    });
  });

  it.each([
    ["fieldCodes", { fieldCodes: ["no-such-code"] }],
    ["regionCode", { regionCode: "999999" }],
    ["modes", { modes: ["STEAL"] }],
  ])("refuses an unknown code in %s", async (field, content) => {
    const { id, revision } = await makeDraft(t.db, publisher, organisationId);
    await expect(
      saveDraft({ kind: "achievement", id, revision, content }, publisher, t.db),
    ).rejects.toMatchObject({ code: "not_a_choice", field });
  });

  it.each(["not-an-id", "00000000-0000-0000-0000-000000000000", "'; DROP TABLE x; --"])(
    "answers not found to the id %s",
    async (id) => {
      const input = { kind: "achievement", id, revision: 1, content: {} } as const;
      await expect(saveDraft(input, publisher, t.db)).rejects.toMatchObject({ code: "not_found" });
    },
  );

  it("does not touch a listing under review", async () => {
    const owner = { organisationId, userId: publisher.userId };
    const id = await makeListingIn(t.db, "MARKET_REVIEW", owner);
    await expect(
      saveDraft({ kind: "achievement", id, revision: 1, content: {} }, publisher, t.db),
    ).rejects.toMatchObject({ code: "wrong_state" });
  });
});

describe("verified evidence", () => {
  it("counts from level 1 up, and a changed text loses its verification", async () => {
    const reviewer = await makeOfficer(t.db);
    const { id, revision } = await makeDraft(t.db, publisher, organisationId);
    const ref = { kind: "achievement", id } as const;
    await verifyReadiness({ id, levels: [1, 2] }, reviewer, t.db);
    expect(await getListing(t.db, ref)).toMatchObject({ trlVerified: 2, verifiedLevels: [1, 2] });
    const { trlEvidence } = achievementContent();
    const changed = trlEvidence.map((one) =>
      one.level === 2 ? { level: 2, evidence: "另一份报告" } : one,
    );
    await saveDraft({ ...ref, revision, content: { trlEvidence: changed } }, publisher, t.db);
    expect(await getListing(t.db, ref)).toMatchObject({ trlVerified: 1, verifiedLevels: [1] });
  });

  it("the owner's side cannot verify", async () => {
    const { id } = await makeDraft(t.db, publisher, organisationId);
    await expect(verifyReadiness({ id, levels: [1] }, publisher, t.db)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("near duplicates", () => {
  it("finds a retitled copy of a published text and a like title, not another's draft", async () => {
    const other = await makeOrganisation(t.db);
    const theirs = { organisationId: other.id, userId: publisher.userId };
    const copy = await makeListingIn(t.db, "PUBLISHED", theirs, {
      kind: "achievement",
      content: achievementContent({ title: "完全不同的另一个名称" }),
    });
    const alike = await makeListingIn(t.db, "PUBLISHED", theirs, {
      kind: "achievement",
      content: achievementContent({
        title: "生物质硬碳负极材料制备新技术",
        description: "另一段毫不相干的文字，讲的是海水淡化膜的抗污染改性方法与中试装置的运行情况。",
        summary: "膜通量衰减率低于 8%",
      }),
    });
    const hidden = await makeListingIn(t.db, "DRAFT", theirs);
    const { id } = await makeDraft(t.db, publisher, organisationId);
    const found = await findDuplicates(t.db, await getListing(t.db, { kind: "achievement", id }));
    expect(found.map((one) => one.id).sort()).toEqual([alike, copy].sort());
    expect(found.map((one) => one.id)).not.toContain(hidden);
    expect(found.map((one) => one.id)).not.toContain(newId());
  });
});
