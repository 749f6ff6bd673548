import { can } from "~/domain/identity/permission-rules";
import { newId } from "~/domain/shared/ids";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import { issuePaper } from "./issue-paper.server";
import type { PaperKind } from "./paper-kind-rules";
import { findBias } from "./recusal-rules";
import { readDecidedAmounts } from "./registration-amounts-rules";
import { applicantConditions, officeConditions } from "./registration-conditions.server";
import {
  type RoomEventMove,
  tellApplicant,
  tellOffice,
  tellRoom,
} from "./registration-notices.server";
import type { registrationProcedure as Table } from "./registration-procedure";
import {
  type RegistrationMove,
  type RegistrationRelation,
  type RegistrationState,
  registrationProcedure,
} from "./registration-procedure";
import { biasFacts, type RegistrationRow, registrationSelect } from "./registration-rows.server";
import { registrationWrites } from "./registration-writes.server";
import { reviewConditions } from "./review-conditions.server";

type ConditionId =
  | keyof typeof applicantConditions
  | keyof typeof officeConditions
  | keyof typeof reviewConditions;
type ClockId = keyof typeof Table.clocks;
type Hook = MoveHook<RegistrationRow>;
type Context = Parameters<Hook>[0];
type Work = (context: Context, row: RegistrationRow) => Promise<unknown>;

const each =
  (...works: Work[]): Hook =>
  async (context) => {
    for (const row of context.subjects) for (const work of works) await work(context, row);
  };
const room =
  (move: RoomEventMove): Work =>
  ({ tx, actor }, row) =>
    tellRoom(tx, row, move, actor);
const applicant =
  (kind: Parameters<typeof tellApplicant>[2]): Work =>
  ({ tx, now }, row) =>
    tellApplicant(tx, row, kind, now.getTime());
const office =
  (kind: Parameters<typeof tellOffice>[2], to?: "FIRST" | "NAMED"): Work =>
  ({ tx, now, input }, row) => {
    const named = typeof input.registrarId === "string" ? [input.registrarId] : [];
    const people = to === "FIRST" ? [row.registrarAId] : to === "NAMED" ? named : [];
    return tellOffice(tx, row, kind, now.getTime(), people);
  };
const paper =
  (kind: PaperKind, version: (row: RegistrationRow) => number): Work =>
  ({ tx }, row) =>
    issuePaper(tx, { registrationId: row.id, kind, version: version(row) });
const nextVersion = (row: RegistrationRow) => row.versionNumber + 1;

/** Keeps what was registered, as it stands after this decision. */
const keepVersion =
  (kind: "INITIAL" | "CHANGE" | "RE_RECOGNITION"): Work =>
  async ({ tx, actor, input, now }, row) => {
    const amounts = readDecidedAmounts(input);
    if (!amounts || actor.kind !== "USER") throw new Error("only a person decides amounts");
    await tx.registrationVersion.create({
      data: {
        id: newId(),
        registrationId: row.id,
        number: nextVersion(row),
        kind: kind === "INITIAL" && row.versionNumber > 0 ? "RE_RECOGNITION" : kind,
        categoryCode: row.categoryCode,
        form: row.form ?? {},
        ...amounts,
        contractSha256: row.contractSha256,
        supplementId: row.supplementId,
        note: input.note?.trim() ?? "",
        decidedById: actor.userId,
        createdAt: now,
      },
    });
  };

/** How registrations move; locks first the room, see moveRegistration. */
export const registrationConduct: Conduct<
  RegistrationRow,
  RegistrationState,
  RegistrationMove,
  RegistrationRelation,
  ConditionId,
  ClockId
> = {
  procedure: registrationProcedure,
  table: "Registration",

  async load(tx, ids) {
    const where = { id: { in: [...ids] } };
    return tx.registration.findMany({ where, orderBy: { id: "asc" }, select: registrationSelect });
  },

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<RegistrationRelation>(["market"]);
    const found = new Set<RegistrationRelation>();
    if (can(actor, "registration.apply", { organisationId: row.applicantId })) {
      found.add("applicant");
    }
    const { userId } = actor;
    const memberOf = actor.memberships.map((one) => one.organisationId);
    // Somebody who is recused has no part in the office's work on this matter.
    if (findBias({ userId, memberOf }, biasFacts(row)) !== null) return found;
    if (can(actor, "registration.precheck", { registrationOfficeId: row.servicePointId })) {
      found.add("point");
    }
    const registrationOfficeId = row.officeId;
    if (!can(actor, "registration.handle", { registrationOfficeId })) return found;
    found.add("registrar");
    if (userId === row.registrarAId) found.add("first");
    if (userId === row.registrarBId) found.add("second");
    if (can(actor, "registration.head", { registrationOfficeId })) found.add("chief");
    return found;
  },

  conditions: { ...applicantConditions, ...officeConditions, ...reviewConditions },
  before: registrationWrites,

  after: {
    submit: each(room("submit"), office("registrationToHandle")),
    sendToPoint: each(room("sendToPoint"), async ({ tx, now }, row) => {
      const point = { ...row, officeId: row.servicePointId };
      await tellOffice(tx, point, "registrationToPrecheck", now.getTime());
    }),
    forward: each(
      paper("PRECHECK_OPINION", (row) => row.round),
      applicant("registrationForwarded"),
      office("registrationToHandle"),
    ),
    returnToDraft: each(applicant("registrationCorrection")),
    askFormalCorrection: each(applicant("registrationCorrection")),
    askCorrection: each(applicant("registrationCorrection")),
    resubmit: each(office("registrationToHandle")),
    answerCorrection: each(office("registrationAnswered", "FIRST")),
    refuseAcceptance: each(room("refuseAcceptance"), applicant("registrationNotAccepted")),
    accept: each(room("accept"), applicant("registrationAccepted")),
    assign: each(office("registrationAssigned", "NAMED")),
    reassign: each(office("registrationAssigned", "NAMED")),
    assignSecond: each(office("registrationAssigned", "NAMED")),
    callSecond: each(office("registrationToSecond")),
    sendBack: each(office("registrationAnswered", "FIRST")),
    concur: each(office("registrationAnswered", "FIRST")),
    register: each(
      keepVersion("INITIAL"),
      paper("CERTIFICATE", nextVersion),
      room("register"),
      applicant("registrationRegistered"),
    ),
    refuse: each(
      paper("REFUSAL_NOTICE", (row) => row.round),
      room("refuse"),
      applicant("registrationRefused"),
    ),
    applyForChange: each(office("registrationChangeAsked")),
    applyForCancellation: each(office("registrationChangeAsked")),
    approveChange: each(
      keepVersion("CHANGE"),
      paper("CERTIFICATE", nextVersion),
      paper("CHANGE_NOTICE", nextVersion),
      room("approveChange"),
      applicant("registrationChanged"),
    ),
    declineChange: each(applicant("registrationChangeDeclined")),
    recogniseAnew: each(
      keepVersion("RE_RECOGNITION"),
      paper("CERTIFICATE", nextVersion),
      applicant("registrationChanged"),
    ),
    cancel: each(
      paper("CANCELLATION_NOTICE", () => 1),
      room("cancel"),
      applicant("registrationCancelled"),
    ),
    revoke: each(
      paper("REVOCATION_NOTICE", () => 1),
      room("revoke"),
      applicant("registrationRevoked"),
    ),
    object: each(office("registrationObjection")),
    upholdRefusal: each(applicant("registrationObjectionHeard")),
    upholdRegistration: each(applicant("registrationObjectionHeard")),
    reviewAnew: each(
      applicant("registrationObjectionHeard"),
      office("registrationAssigned", "NAMED"),
    ),
    withdraw: each(room("withdraw"), async ({ tx, now }, row) => {
      if (row.submittedAt) await tellOffice(tx, row, "registrationWithdrawn", now.getTime());
    }),
    lapse: each(room("lapse"), applicant("registrationLapsed")),
  },
};
