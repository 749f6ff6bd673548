import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { advanceProject } from "~/domain/roadshows/call/advance-project.server";
import { countCallWork } from "~/domain/roadshows/call/call-queries.server";
import { handInMaterial } from "~/domain/roadshows/call/hand-in-material.server";
import { getMaterial } from "~/domain/roadshows/call/material-queries.server";
import { makeTrader } from "../../factories/challenges";
import { makeMember } from "../../factories/people";
import { projectAt } from "../../factories/roadshow-call";
import { roadshowAt, seatOf } from "../../factories/roadshows";
import { codeOf } from "../../setup/code-of";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");

async function pdf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage([100, 100]);
  return document.save();
}

describe("slides", () => {
  it("are checked by their bytes and pages and keep no telephone number", async () => {
    const event = await roadshowAt(t, "SELECTION");
    const { id, owner } = await projectAt(t, event, "CONFIRMED", { title: "钠电正极" });
    const give = (name: string, bytes: Uint8Array, actor = owner.actor) =>
      codeOf(handInMaterial({ projectId: id, upload: { name, bytes } }, actor, t.db));
    const good = await pdf(3);
    expect(await give("a.pdf", new Uint8Array())).toBe("file_empty");
    expect(await give("a.pdf", new TextEncoder().encode("%PDF-1.7 broken"))).toBe(
      "pitch_material_broken",
    );
    expect(await give("a.pdf", await pdf(61))).toBe("pitch_material_pages");
    expect(await give("a.pptx", good)).toBe("file_kind");
    expect(await give("a.exe", new TextEncoder().encode("MZ"))).toBe("file_kind");
    const other = await makeTrader(t.db);
    expect(await give("a.pdf", good, other.actor)).toBe("not_found");
    const colleague = await makeMember(t.db, owner.id, "MEMBER", []);
    expect(await give("a.pdf", good, colleague)).toBe("forbidden");
    expect(await give("新材料+某大学+13800000000.pdf", good)).toBe("done");
    const file = await getMaterial(t.db, id, owner.actor);
    expect(file.name).toBe(`${event.number}-1-钠电正极.pdf`);
    const stage = await seatOf(t, event, "STAGE");
    const door = await seatOf(t, event, "DESK");
    expect(await codeOf(getMaterial(t.db, id, stage.actor))).toBe("done");
    expect(await codeOf(getMaterial(t.db, id, door.actor))).toBe("not_found");
    expect(await countCallWork(t.db, event.id)).toMatchObject({ materials: 1 });

    const organiser = event.organiser.actor;
    await advanceProject(id, "askAgain", { note: "字太小" }, organiser, t.db);
    expect(await countCallWork(t.db, event.id)).toMatchObject({ materials: 0 });
    expect(await give("b.pdf", good)).toBe("done");
    await advanceProject(id, "acceptMaterial", {}, organiser, t.db);
    expect(await give("c.pdf", good)).toBe("pitch_material_time");
    const row = await t.db.roadshowProject.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: "MATERIALS_OK", materialNote: "" });
  });
});
