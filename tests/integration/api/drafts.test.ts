import { describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { createDraftOnce } from "~/http/api/create-draft-once.server";
import { action } from "~/routes/api+/v1+/achievements+/index";
import { makeMember, makeOrganisation, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const KEY = "key-000001";

async function makePublisher() {
  const { id } = await makeOrganisation(t.db);
  return makeMember(t.db, id);
}

function countNeeds(actor: UserActor) {
  return t.db.need.count({ where: { createdById: actor.userId } });
}

describe("drafts through the open API", () => {
  it("creates a draft with its content in one step", async () => {
    const actor = await makePublisher();
    const body = { title: "低温烧结银浆", keywords: ["银浆"], trlDeclared: 5 };
    const draft = await createDraftOnce("achievement", body, KEY, actor, t.db);
    const row = await t.db.achievement.findUniqueOrThrow({ where: { id: draft.id } });
    expect(row).toMatchObject({
      title: "低温烧结银浆",
      state: "DRAFT",
      organisationId: actor.organisationId,
      trlDeclared: 5,
      // What was not sent keeps what the draft was opened with.
      regionCode: "370102",
    });
  });

  it("answers a repeated key as the first time, also when both come at once", async () => {
    const actor = await makePublisher();
    const body = { title: "需求" };
    const send = () => createDraftOnce("need", body, KEY, actor, t.db);
    const answers = await Promise.all([send(), send(), send()]);
    answers.push(await send());
    expect(new Set(answers.map((one) => one.id)).size).toBe(1);
    expect(await countNeeds(actor)).toBe(1);
  });

  it("refuses the key with another body, and lets another person use it", async () => {
    const [actor, other] = [await makePublisher(), await makePublisher()];
    await createDraftOnce("need", { title: "甲" }, KEY, actor, t.db);
    await expect(createDraftOnce("need", { title: "乙" }, KEY, actor, t.db)).rejects.toMatchObject({
      code: "idempotency_key_reused",
      status: 409,
    });
    await createDraftOnce("need", { title: "乙" }, KEY, other, t.db);
    expect([await countNeeds(actor), await countNeeds(other)]).toEqual([1, 1]);
  });

  it("forgets the key of a request that was refused", async () => {
    const actor = await makePublisher();
    const bad = { title: "x", fieldCodes: ["no-such-field"] };
    await expect(createDraftOnce("need", bad, KEY, actor, t.db)).rejects.toMatchObject({
      field: "fieldCodes",
    });
    expect(await countNeeds(actor)).toBe(0);
    await createDraftOnce("need", { title: "x" }, KEY, actor, t.db);
  });

  it.each([null, "", "short", "with space in it", "键".repeat(10), "k".repeat(129)])(
    "needs a usable key, not %s",
    async (key) => {
      const actor = await makePublisher();
      await expect(createDraftOnce("need", {}, key, actor, t.db)).rejects.toMatchObject({
        code: "idempotency_key_required",
      });
    },
  );

  it.each([
    [{ title: "长".repeat(61) }, "title"],
    [{ title: 5 }, "title"],
    [{ trlDeclared: 10 }, "trlDeclared"],
    [{ organisationId: "x" }, "organisationId"],
    [{ priceMinFen: -1 }, "priceMinFen"],
  ])("names the field that is wrong in %j", async (body, field) => {
    const actor = await makePublisher();
    await expect(createDraftOnce("achievement", body, KEY, actor, t.db)).rejects.toMatchObject({
      field,
    });
  });

  it.each([null, [], "text", 5])("refuses %j as a body", async (body) => {
    const actor = await makePublisher();
    await expect(createDraftOnce("need", body, KEY, actor, t.db)).rejects.toMatchObject({
      name: "DomainError",
    });
  });

  it("lets nobody write for an organisation that is not theirs", async () => {
    const actor = await makePublisher();
    const other = await makeOrganisation(t.db);
    const body = { title: "x", organisationId: other.id };
    await expect(createDraftOnce("need", body, KEY, actor, t.db)).rejects.toMatchObject({
      code: "forbidden",
    });
    const stranger = await makeStranger(t.db);
    await expect(createDraftOnce("need", {}, KEY, stranger, t.db)).rejects.toMatchObject({
      code: "no_organisation",
    });
  });

  it("answers a visitor with a problem document", async () => {
    const request = new Request("http://localhost:3000/api/v1/achievements", {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": KEY },
      body: "{}",
    });
    const context = { requestId: "r-1", cspNonce: "", clientIp: "" };
    const response = await action({ request, params: {}, context });
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ title: "sign_in_required", requestId: "r-1" });
  });
});
