import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { Db } from "~/platform/db.server";
import { getDossier } from "./dossier-queries.server";
import { editableFields } from "./editable-fields-rules";
import { listServicePoints } from "./office-queries.server";
import { listOpenMoves } from "./open-moves-queries.server";
import type { RegistrationReader } from "./registration-access.server";
import { isOpenState } from "./registration-procedure";
import { listOpenSupplements } from "./registration-queries.server";
import type { DossierView, MoveView } from "./registration-view";

export type ApplicantPage = {
  as: RegistrationReader;
  dossier: DossierView;
  moves: MoveView[];
  points: { id: string; name: string }[];
  supplements: { id: string; title: string }[];
  /** The reader may write form fields now. */
  canWrite: boolean;
};

/** What readers other than the applicant see: where the matter stands, and the facts of their own. */
function withoutOthersPart(dossier: DossierView, side: "seller" | "buyer" | null): DossierView {
  const fields = side ? editableFields("OTHER_SIDE", side).map((one) => one.id) : [];
  const form = Object.fromEntries(
    Object.entries(dossier.form).filter(([id]) => fields.some((field) => field === id)),
  );
  return {
    ...dossier,
    form,
    missing: dossier.missing.filter((one) => fields.some((field) => field === one.id)),
    checks: [],
    documents: [],
    remarks: [],
    timeline: [],
    versions: [],
    decisionNote: "",
    changeReason: "",
    refusals: [],
  };
}

/** The page of a registration for applicant, other side and the room. @throws DomainError "not_found" */
export async function getApplicantPage(
  id: string,
  actor: UserActor,
  locale: string,
  db: Db,
): Promise<ApplicantPage> {
  const { row, as, dossier } = await getDossier(id, actor, locale, db);
  const isOpen = isOpenState(row.state);
  if (as !== "APPLICANT") {
    const { supplyOrganisationId, demandOrganisationId } = row.deal;
    const otherId =
      row.applicantId === supplyOrganisationId ? demandOrganisationId : supplyOrganisationId;
    const side =
      as === "OTHER_SIDE" ? (otherId === supplyOrganisationId ? "seller" : "buyer") : null;
    const canWrite =
      side !== null && isOpen && can(actor, "registration.apply", { organisationId: otherId });
    const part = withoutOthersPart(dossier, side);
    return { as, dossier: part, moves: [], points: [], supplements: [], canWrite };
  }
  const moves = await listOpenMoves(db, row, actor);
  const region = dossier.form["seller.region"]?.value ?? "";
  const isDraft = row.state === "DRAFT" && row.officeId !== null;
  const points = isDraft ? await listServicePoints(db, row.officeId ?? "", region) : [];
  return {
    as,
    dossier,
    moves,
    points: points.map((one) => ({
      id: one.id,
      name: locale.startsWith("zh") ? one.nameZh : one.nameEn,
    })),
    supplements: row.state === "REGISTERED" ? await listOpenSupplements(db, row) : [],
    canWrite: isOpen && can(actor, "registration.apply", { organisationId: row.applicantId }),
  };
}
