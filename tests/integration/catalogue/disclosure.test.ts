import { beforeEach, describe, expect, it } from "vitest";
import { addListingFile } from "~/domain/catalogue/add-listing-file.server";
import { getReadableFile } from "~/domain/catalogue/file-queries.server";
import { getPublicListing } from "~/domain/catalogue/listing-queries.server";
import { recordView } from "~/domain/catalogue/record-view.server";
import { removeListingFile } from "~/domain/catalogue/remove-listing-file.server";
import type { UserActor } from "~/domain/identity/actor";
import { newId } from "~/domain/shared/ids";
import { getStorage } from "~/platform/storage.server";
import { loader as detail } from "~/routes/_public+/achievements+/$id+/index";
import { loader as versions } from "~/routes/_public+/achievements+/$id+/versions";
import { achievementContent, makeListingIn } from "../../factories/listings";
import { makeMember, makeOfficer, makeOrganisation, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const SECRET = "助烧剂为三号配方";
/** The smallest picture there is. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF");

const t = useTestDb();
let organisation: { id: string; legalName: string };
let publisher: UserActor;

beforeEach(async () => {
  organisation = await makeOrganisation(t.db, { legalName: "泉城保密大学" });
  publisher = await makeMember(t.db, organisation.id);
});

function publish(changes: Parameters<typeof achievementContent>[0] = {}) {
  const owner = { organisationId: organisation.id, userId: publisher.userId };
  return makeListingIn(t.db, "PUBLISHED", owner, {
    kind: "achievement",
    content: achievementContent(changes),
  });
}

const args = (id: string) => ({
  request: new Request(`http://localhost/achievements/${id}`),
  params: { id },
  context: { cspNonce: "", requestId: "test", clientIp: "127.0.0.1" },
});

describe("sections", () => {
  it("a closed section is in nothing that a visitor's browser receives", async () => {
    const id = await publish({
      description: SECRET,
      sectionVisibility: { description: "NDA" },
    });
    await t.db.listingVersion.create({
      data: {
        id: newId(),
        achievementId: id,
        number: 1,
        content: achievementContent({ description: SECRET }),
      },
    });
    expect(JSON.stringify(await detail(args(id)))).not.toContain(SECRET);
    expect(JSON.stringify(await versions(args(id)))).not.toContain(SECRET);
  });

  it.each([
    ["a visitor", false],
    ["a stranger", false],
    ["the reviewer of another region", false],
    ["a member", true],
    ["the reviewer of the region", true],
  ])("%s reads a section for named people: %s", async (who, isOpen) => {
    const id = await publish({ description: SECRET, sectionVisibility: { description: "NAMED" } });
    const actors: Record<string, UserActor | null> = {
      "a visitor": null,
      "a stranger": await makeStranger(t.db),
      "the reviewer of another region": await makeOfficer(t.db, "REVIEWER", "370200"),
      "a member": await makeMember(t.db, organisation.id, "MEMBER", []),
      "the reviewer of the region": await makeOfficer(t.db, "REVIEWER", "370100"),
    };
    const seen = await getPublicListing(t.db, { kind: "achievement", id }, actors[who] ?? null);
    expect(JSON.stringify(seen).includes(SECRET)).toBe(isOpen);
  });

  it("a blinded owner's name, id and patent number stay on the server", async () => {
    const id = await publish({ isBlinded: true });
    const seen = JSON.stringify(
      await getPublicListing(t.db, { kind: "achievement", id }, await makeStranger(t.db)),
    );
    expect(seen).not.toContain(organisation.legalName);
    expect(seen).not.toContain(organisation.id);
    expect(seen).not.toContain("201710601862");
  });
});

describe("what is not public", () => {
  it("a draft does not exist for others; a withdrawn listing is gone", async () => {
    const owner = { organisationId: organisation.id, userId: publisher.userId };
    const draft = await makeListingIn(t.db, "DRAFT", owner);
    const withdrawn = await makeListingIn(t.db, "WITHDRAWN", owner);
    const read = (id: string, actor: UserActor | null) =>
      getPublicListing(t.db, { kind: "achievement", id }, actor);
    await expect(read(draft, null)).rejects.toMatchObject({ status: 404 });
    await expect(read(withdrawn, null)).rejects.toMatchObject({ status: 410 });
    await expect(read("x", null)).rejects.toMatchObject({ status: 404 });
    expect((await read(draft, publisher)).state).toBe("DRAFT");
  });
});

describe("files", () => {
  const upload = (id: string, changes: Partial<Parameters<typeof addListingFile>[0]> = {}) =>
    addListingFile(
      {
        kind: "achievement",
        id,
        role: "ATTACHMENT",
        visibility: "PUBLIC",
        caption: "",
        file: { name: "../报告\u0000.pdf", bytes: PDF },
        ...changes,
      },
      publisher,
      t.db,
    );

  it("are read by right, and gone when removed", async () => {
    const id = await publish();
    const open = await upload(id);
    const closed = await upload(id, { visibility: "NDA" });
    const read = (fileId: string, actor: UserActor | null) => getReadableFile(t.db, fileId, actor);
    expect(await read(open.fileId, null)).toMatchObject({ name: "报告.pdf", isPublic: true });
    await expect(read(closed.fileId, null)).rejects.toMatchObject({ status: 404 });
    await expect(read(closed.fileId, await makeStranger(t.db))).rejects.toMatchObject({
      status: 404,
    });
    const own = await read(closed.fileId, publisher);
    expect(own.isPublic).toBe(false);
    await removeListingFile({ kind: "achievement", id, listingFileId: closed.id }, publisher, t.db);
    await expect(read(closed.fileId, publisher)).rejects.toMatchObject({ status: 404 });
    expect(await getStorage().readFile(own.storageKey)).toBeNull();
  });

  it.each(["x", "../../etc/passwd", newId()])("there is no file %s", async (fileId) => {
    await expect(getReadableFile(t.db, fileId, publisher)).rejects.toMatchObject({ status: 404 });
  });

  it("a stranger's file id cannot be attached, nor another listing's file removed", async () => {
    const mine = await publish();
    const other = await makeOrganisation(t.db);
    const thief = await makeMember(t.db, other.id);
    const { id: listingFileId } = await upload(mine);
    const theirs = await makeListingIn(t.db, "DRAFT", {
      organisationId: other.id,
      userId: thief.userId,
    });
    await expect(
      removeListingFile({ kind: "achievement", id: theirs, listingFileId }, thief, t.db),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      removeListingFile({ kind: "achievement", id: mine, listingFileId }, thief, t.db),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([
    ["a page named .png", "PICTURE", "a.png", Buffer.from("<html>"), "file_disguised"],
    ["a PDF named .png", "PICTURE", "a.png", PDF, "file_disguised"],
    ["a drawing with scripts", "PICTURE", "a.svg", Buffer.from("<svg/>"), "file_type_refused"],
    ["nothing", "ATTACHMENT", "a.pdf", Buffer.alloc(0), "file_empty"],
    [
      "too much",
      "PICTURE",
      "a.png",
      Buffer.concat([PNG, Buffer.alloc(5_300_000)]),
      "file_too_large",
    ],
  ] as const)("refuses %s and keeps no bytes", async (_, role, name, bytes, code) => {
    const id = await publish();
    await expect(upload(id, { role, file: { name, bytes } })).rejects.toMatchObject({
      code,
      field: "file",
    });
    expect(await t.db.storedFile.count()).toBe(0);
  });

  it("pictures have a number limit", async () => {
    const id = await publish();
    const picture = { role: "PICTURE" as const, file: { name: "a.png", bytes: PNG } };
    for (let i = 0; i < 10; i += 1) await upload(id, picture);
    await expect(upload(id, picture)).rejects.toMatchObject({ code: "too_many" });
  });
});

it("views are counted once each, by day and in total", async () => {
  const id = await publish();
  await Promise.all([1, 2, 3].map(() => recordView({ kind: "achievement", id }, t.db)));
  expect(await t.db.listingViewDay.findMany()).toMatchObject([{ listingId: id, views: 3 }]);
  const { viewCount } = await t.db.achievement.findUniqueOrThrow({ where: { id } });
  expect(viewCount).toBe(3);
});
