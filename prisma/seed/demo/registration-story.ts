import type { UserActor } from "~/domain/identity/actor";
import { addRegistrationDocument } from "~/domain/registration/add-registration-document.server";
import { COMMITMENT_VERSION } from "~/domain/registration/commitment-rules";
import { createRegistration } from "~/domain/registration/create-registration.server";
import { editRegistrationForm } from "~/domain/registration/edit-registration-form.server";
import { evaluateDossier } from "~/domain/registration/evaluate-dossier.server";
import { moveRegistration } from "~/domain/registration/move-registration.server";
import { recordFindings } from "~/domain/registration/record-findings.server";
import { registrationConduct } from "~/domain/registration/registration-conduct.server";
import { readStoredForm } from "~/domain/registration/registration-form-schema";
import type { RegistrationMove } from "~/domain/registration/registration-procedure";
import { findSecondReason } from "~/domain/registration/review-conditions.server";
import { clock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import { inTransaction } from "~/domain/shared/transaction.server";
import { issueRegistrationPaper } from "~/jobs/registration/issue.server";
import type { Db } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { SCAN } from "./deal-cast";
import type { Sides } from "./deal-steps";

const party = (side: "seller" | "buyer", industry: string) => ({
  [`${side}.contact`]: "示例·联系人",
  [`${side}.phone`]: "0531-00000000",
  [`${side}.postcode`]: "250000",
  [`${side}.party_industry`]: industry,
});

/** The seller makes the dossier and hands it in; the buyer has stated its own facts. */
export async function handIn(db: Db, contractId: string, sides: Sides): Promise<string> {
  const registrationId = await createRegistration(contractId, sides.seller, db);
  const revision = async () =>
    (await db.registration.findUniqueOrThrow({ where: { id: registrationId } })).revision;
  await editRegistrationForm(
    {
      registrationId,
      revision: await revision(),
      edit: {
        ...party("buyer", "39"),
        "buyer.is_converted_institute": "no",
        "buyer.scale": "MEDIUM",
        "buyer.is_listed": "no",
        "buyer.is_hte": "yes",
        "buyer.in_hightech_zone": "no",
      },
    },
    sides.buyer,
    db,
  );
  await editRegistrationForm(
    { registrationId, revision: await revision(), edit: party("seller", "83") },
    sides.seller,
    db,
  );
  await addRegistrationDocument(
    { registrationId, kind: "AUTHORISATION", note: "", upload: SCAN },
    sides.seller,
    db,
  );
  const evidence = { commitment: COMMITMENT_VERSION };
  await moveRegistration({ registrationId, move: "submit", evidence }, sides.seller, db);
  return registrationId;
}

/** Accepted, reviewed and registered by the office; the second person looks where the rule says so. */
export async function registerByOffice(
  db: Db,
  registrationId: string,
  { first, second }: { first: UserActor; second: UserActor },
): Promise<void> {
  const move = (name: RegistrationMove, by: UserActor, evidence: MoveInput = {}) =>
    moveRegistration({ registrationId, move: name, evidence }, by, db);
  await move("accept", first);
  await move("assign", first, { registrarId: first.userId });
  const needsSecond = await inTransaction(db, async (tx) => {
    const row = assertFound((await registrationConduct.load(tx, [registrationId]))[0]);
    const { first: report } = await evaluateDossier(tx, row);
    const open = report.results.filter((one) => one.answer === "PERSON_DECIDES");
    return {
      reason: await findSecondReason(tx, row, clock.now()),
      open: open.map((one) => one.id),
    };
  });
  const findings = needsSecond.open.map((checkId) => {
    return { checkId, answer: "MET" as const, note: "已核对合同文本" };
  });
  await recordFindings({ registrationId, findings }, first, db);
  if (needsSecond.reason === null) {
    await move("finishReview", first);
  } else {
    await move("callSecond", first);
    await move("assignSecond", second, { registrarId: second.userId });
    await move("concur", second);
  }
  const row = await db.registration.findUniqueOrThrow({ where: { id: registrationId } });
  const form = readStoredForm(row.form);
  const total = form.total_amount?.value ?? "";
  const technical = form.technical_amount?.value ?? "";
  const amounts = { totalFen: total, technicalFen: technical, approvedIncomeFen: technical };
  await move("register", first, amounts);
  const papers = await db.registrationPaper.findMany({ where: { registrationId, fileId: null } });
  for (const { id } of papers) await issueRegistrationPaper({ paperId: id }, { db, logger });
}
