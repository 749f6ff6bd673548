import { describe, expect, it } from "vitest";
import { addOrganisationDocument } from "~/domain/identity/add-organisation-document.server";
import { createOrganisation } from "~/domain/identity/create-organisation.server";
import { decideOrganisation } from "~/domain/identity/decide-organisation.server";
import { openDocument } from "~/domain/identity/document-queries.server";
import { editOrganisation } from "~/domain/identity/edit-organisation.server";
import { getOrganisationFile } from "~/domain/identity/organisation-queries.server";
import { organisationSchema } from "~/domain/identity/organisation-schema";
import { getPublicOrganisation } from "~/domain/identity/public-organisation-queries.server";
import { submitOrganisation } from "~/domain/identity/submit-organisation.server";
import { listVerificationQueue } from "~/domain/identity/verification-queries.server";
import { actorOf, makeMember, makeOfficer, makeStranger } from "../../factories/people";
import { makeAchievement } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";
import { makeSubmittable, makeUscc } from "./subjects";
import { PNG, refused, settle } from "./support";

const t = useTestDb();

const facts = (more: Record<string, string> = {}) =>
  organisationSchema.parse({
    kind: "ENTERPRISE",
    legalName: "济南泉动力科技有限公司",
    uscc: makeUscc(),
    legalRepresentative: "王强",
    regionCode: "370102",
    intro: "电机控制。",
    ...more,
  });

describe("an organisation", () => {
  it("goes from registration to a verified public page", async () => {
    const person = await makeStranger(t.db);
    const id = await createOrganisation(facts(), person, t.db);
    const owner = await actorOf(t.db, person.userId);
    expect(owner.memberships).toMatchObject([
      { organisationId: id, role: "OWNER", isVerified: false },
    ]);
    const submit = () =>
      submitOrganisation({ organisationId: id, move: "submit", note: "" }, owner, t.db);
    await refused(submit(), "licence_required");
    const licence = { organisationId: id, purpose: "LICENCE" as const, upload: PNG };
    await addOrganisationDocument(licence, owner, t.db);
    await submit();

    const reviewer = await makeOfficer(t.db, "REVIEWER", "370100");
    const queue = await listVerificationQueue(t.db, reviewer, "waiting", { skip: 0, size: 20 });
    expect(queue).toMatchObject({ total: 1, rows: [{ id, state: "SUBMITTED" }] });
    expect(queue.rows[0]?.dueAt).toBeInstanceOf(Date);
    await decideOrganisation({ organisationId: id, move: "verify", note: "" }, reviewer, t.db);

    await makeAchievement(t.db, id);
    await makeAchievement(t.db, id, { isBlinded: true });
    const page = await getPublicOrganisation(t.db, id);
    expect(page).toMatchObject({
      isVerified: true,
      isAuthorityChecked: false,
      achievementCount: 1,
    });
    expect(page.achievements).toHaveLength(1);
    const move = await t.db.procedureMove.findFirstOrThrow({ where: { move: "verify" } });
    expect(JSON.stringify(move.evidence)).toContain("PERSON_DECIDES");
  });

  it("is seen by members and reviewers of its region only", async () => {
    const id = await makeSubmittable(t.db, "SUBMITTED");
    const { documents } = await getOrganisationFile(t.db, id, await makeMember(t.db, id));
    const fileId = documents[0]?.fileId ?? "";
    await openDocument(fileId, await makeOfficer(t.db, "REVIEWER", "370000"), t.db);
    for (const actor of [await makeStranger(t.db), await makeOfficer(t.db, "REVIEWER", "370200")]) {
      await refused(getOrganisationFile(t.db, id, actor), "forbidden");
      await refused(openDocument(fileId, actor, t.db), "not_found");
      const { total } = await listVerificationQueue(t.db, actor, "waiting", { skip: 0, size: 9 });
      expect(total).toBe(0);
    }
    await refused(getOrganisationFile(t.db, "' OR 1=1", await makeStranger(t.db)), "not_found");
  });

  it("is not decided by a reviewer who belongs to it", async () => {
    const id = await makeSubmittable(t.db, "SUBMITTED");
    const reviewer = await makeOfficer(t.db);
    const insider = { ...reviewer, memberships: (await makeMember(t.db, id)).memberships };
    await refused(
      decideOrganisation({ organisationId: id, move: "verify", note: "" }, insider, t.db),
      "own_application",
    );
  });

  it("is decided once when two reviewers decide at once", async () => {
    const id = await makeSubmittable(t.db, "SUBMITTED");
    const [one, two] = [await makeOfficer(t.db), await makeOfficer(t.db, "REVIEWER", "370100")];
    const { done, codes } = await settle([
      decideOrganisation({ organisationId: id, move: "verify", note: "" }, one, t.db),
      decideOrganisation(
        { organisationId: id, move: "returnForCorrection", note: "缺页" },
        two,
        t.db,
      ),
    ]);
    expect({ done, codes }).toEqual({ done: 1, codes: ["wrong_state"] });
    expect(await t.db.procedureMove.count({ where: { subjectId: id } })).toBe(1);
  });

  it("needs a reason to be returned", async () => {
    const id = await makeSubmittable(t.db, "SUBMITTED");
    const input = { organisationId: id, move: "returnForCorrection" as const, note: "  " };
    await refused(
      decideOrganisation(input, await makeOfficer(t.db), t.db),
      "note_required",
      "note",
    );
  });
});

describe("credit codes", () => {
  const early = { uscc: "91350100M0001TGQXM" };

  it("that fail the check need a reason, then a document, and a person decides", async () => {
    const person = await makeStranger(t.db);
    await refused(createOrganisation(facts(early), person, t.db), "uscc_check_digit", "uscc");
    const explained = facts({ ...early, usccOverrideReason: "早期试点代码" });
    const id = await createOrganisation(explained, person, t.db);
    const owner = await actorOf(t.db, person.userId);
    const submit = () =>
      submitOrganisation({ organisationId: id, move: "submit", note: "" }, owner, t.db);
    const add = (purpose: "LICENCE" | "USCC_OVERRIDE") =>
      addOrganisationDocument({ organisationId: id, purpose, upload: PNG }, owner, t.db);
    await add("LICENCE");
    await refused(submit(), "uscc_override_document", "uscc");
    await add("USCC_OVERRIDE");
    await submit();
  });

  it("belong to one organisation, also when two register at once", async () => {
    const input = facts();
    const [one, two] = [await makeStranger(t.db), await makeStranger(t.db)];
    const { done, codes } = await settle([
      createOrganisation(input, one, t.db),
      createOrganisation(input, two, t.db),
    ]);
    expect({ done, codes }).toEqual({ done: 1, codes: ["uscc_taken"] });
  });

  it.each([
    [{ regionCode: "379999" }, "region_unknown", "regionCode"],
    [{ natureCode: "999" }, "not_a_choice", "natureCode"],
  ])("and other facts are checked: %o", async (wrong, code, field) => {
    await refused(createOrganisation(facts(wrong), await makeStranger(t.db), t.db), code, field);
  });

  it.each([
    { kind: "BANK" },
    { legalName: "<".repeat(101) },
    { uscc: "12345" },
    { website: "javascript:alert(1)" },
    { website: "https://user:secret@example.cn" },
    { regionCode: "３７０１" },
  ])("and the form refuses %o", (wrong) => {
    expect(organisationSchema.safeParse({ ...facts(), ...wrong }).success).toBe(false);
  });
});

describe("facts of a verified organisation", () => {
  it("stay as they were looked at until a change is reported", async () => {
    const id = await makeSubmittable(t.db, "VERIFIED");
    const admin = await makeMember(t.db, id, "ADMIN", []);
    const stored = await t.db.organisation.findUniqueOrThrow({ where: { id } });
    const now = facts({ legalName: stored.legalName, uscc: stored.uscc ?? "", intro: "新简介" });
    await editOrganisation({ organisationId: id, ...now }, admin, t.db);
    const renamed = { organisationId: id, ...now, legalName: "清华大学" };
    await refused(editOrganisation(renamed, admin, t.db), "organisation_fields_fixed", "legalName");
    const report = { organisationId: id, move: "reportChange" as const, note: "更名" };
    await submitOrganisation(report, admin, t.db);
    await editOrganisation(renamed, admin, t.db);
    expect(await t.db.organisation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "UNVERIFIED",
      verifiedAt: null,
      legalName: "清华大学",
    });
    expect(await t.db.searchOutbox.count({ where: { documentId: id } })).toBeGreaterThan(0);
  });

  it("are not edited by plain members or others", async () => {
    const id = await makeSubmittable(t.db, "UNVERIFIED");
    const edit = { organisationId: id, ...facts() };
    await refused(editOrganisation(edit, await makeMember(t.db, id), t.db), "forbidden");
    await refused(editOrganisation(edit, await makeStranger(t.db), t.db), "forbidden");
  });
});

describe("documents", () => {
  it.each([
    [
      "a script named as a picture",
      { name: "a.png", bytes: Buffer.from("<script>1</script>") },
      "file_kind",
    ],
    ["a picture named as a page", { ...PNG, name: "../../a.html" }, "file_kind"],
    ["an empty file", { name: "a.pdf", bytes: new Uint8Array() }, "file_empty"],
    [
      "an oversized file",
      { name: "a.png", bytes: new Uint8Array(10 * 1024 * 1024 + 1) },
      "file_too_large",
    ],
  ])("refuse %s", async (_, upload, code) => {
    const id = await makeSubmittable(t.db, "UNVERIFIED");
    const admin = await makeMember(t.db, id, "ADMIN", []);
    const input = { organisationId: id, purpose: "LICENCE" as const, upload };
    await refused(addOrganisationDocument(input, admin, t.db), code, "file");
    expect(await t.db.organisationDocument.count({ where: { organisationId: id } })).toBe(1);
  });
});
