import type { UserActor } from "~/domain/identity/actor";
import { assertCan, can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { MAX_DOCUMENT_BYTES, PAGE_TYPES } from "~/domain/shared/file-type-rules";
import { storeUpload } from "~/domain/shared/store-file.server";
import { applyForLot } from "~/domain/trading/apply-for-lot.server";
import { lotApplicationSchema } from "~/domain/trading/lot-application-schema";
import { lotHref } from "~/domain/trading/lot-href";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, refuseForm } from "~/http/form.server";
import { readUpload } from "~/http/upload.server";
import { getDb } from "~/platform/db.server";

/** Organisations that a person may apply for. */
export function organisationsToBidFor(actor: UserActor) {
  return actor.memberships.filter(({ organisationId }) =>
    can(actor, "lot.apply", { organisationId }),
  );
}

/** The application with its optional proof; read only for people who may apply at all. */
export async function answerApplyForm(request: Request, number: number, actor: UserActor) {
  if (organisationsToBidFor(actor).length === 0)
    throw new DomainError("forbidden", { status: 403 });
  const { fields, upload } = await readUpload(request, {
    field: "file",
    maxBytes: MAX_DOCUMENT_BYTES,
  });
  const form = parseFormData(fields, lotApplicationSchema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => {
    const { organisationId } = form.value;
    assertCan(actor, "lot.apply", { organisationId });
    const input = { ...form.value, number };
    const db = getDb();
    if (upload) {
      const owner = { purpose: "LOT", organisationId, userId: actor.userId } as const;
      const rest = { upload, allowed: PAGE_TYPES, field: "file" };
      await storeUpload({ ...owner, ...rest }, db, (tx, file) =>
        applyForLot({ ...input, proofFileId: file.id }, actor, tx),
      );
    } else {
      await applyForLot(input, actor, db);
    }
    return redirectWithFlash(lotHref(number), { tone: "success", message: "trading:apply.done" });
  });
}
