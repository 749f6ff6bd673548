import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { displayName } from "~/domain/shared/file-type-rules";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { type FileUpload, storeUpload } from "~/domain/shared/store-file.server";
import type { Db } from "~/platform/db.server";
import { countPdfPages } from "~/platform/pdf-pages.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { MATERIAL_TYPES } from "./material-rules";
import { getSeenProject } from "./project-access.server";
import { tellOrganiser } from "./project-notices.server";
import type { ProjectRow } from "./project-rows.server";

/**
 * Hands in the slides of a confirmed project, or others until they are accepted. The file gets a name of
 * the market's making: the one it came under may hold a telephone number.
 * @throws DomainError "not_found" (404), "forbidden" (403), "pitch_material_time" (409), and at `file`
 * "pitch_material_broken", "pitch_material_pages" and what storeUpload refuses
 */
export async function handInMaterial(
  input: { projectId: string; upload: FileUpload },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { row, role } = await getSeenProject(db, input.projectId, actor);
  if (role !== "owner") throw new DomainError("not_found", { status: 404 });
  const { organisationId } = row;
  const isPresenter = row.presenterUserId === actor.userId;
  if (!isPresenter && !can(actor, "roadshow.pitch", { organisationId })) {
    throw new DomainError("forbidden", { status: 403 });
  }
  assertTakes(row);
  const { bytes } = input.upload;
  const ending = input.upload.name.toLowerCase().split(".").at(-1) ?? "";
  await assertPages(db, ending, bytes);
  const megabytes = await getPolicyNumber(db, "market.roadshow.material_mb_max");
  const name = displayName(`${row.roadshow.number}-${row.number}-${row.title}`);
  await storeUpload(
    {
      purpose: "ROADSHOW",
      organisationId,
      userId: actor.userId,
      upload: { name: `${name}.${ending}`, bytes },
      allowed: MATERIAL_TYPES,
      field: "file",
      maxBytes: megabytes * 1024 * 1024,
    },
    db,
    async (tx, file) => {
      await lockRoadshow(tx, row.roadshowId);
      const now = (await getSeenProject(tx, row.id, actor)).row;
      assertTakes(now);
      const materialAt = clock.now();
      await tx.roadshowProject.update({
        where: { id: row.id },
        data: { materialFileId: file.id, materialAt, materialNote: "" },
      });
      const key = materialAt.toISOString();
      await tellOrganiser(tx, now, { kind: "pitchMaterialArrived", key });
      await appendAudit(tx, actor, {
        action: "roadshow-project.material-handed-in",
        subjectType: "RoadshowProject",
        subjectId: row.id,
        detail: { sha256: file.sha256 },
      });
    },
  );
}

function assertTakes(row: ProjectRow): void {
  if (row.state !== "CONFIRMED") throw new DomainError("pitch_material_time", { status: 409 });
}

/** A PDF that cannot be opened, or has too many pages, is refused before it is kept. */
async function assertPages(db: Db, ending: string, bytes: Uint8Array): Promise<void> {
  if (ending !== "pdf" || bytes.length === 0) return;
  const pages = await countPdfPages(bytes);
  if (pages === null) throw new DomainError("pitch_material_broken", { field: "file" });
  const max = await getPolicyNumber(db, "market.roadshow.material_pages_max");
  if (pages < 1 || pages > max) {
    throw new DomainError("pitch_material_pages", { field: "file", params: { max } });
  }
}
