import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { findTransferReceipt, isInstalment } from "~/domain/payments/payment-view-queries.server";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** The bank's receipt behind a proof of transfer, for the payer's people and the operators. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const { id, proofId } = params;
    if (!isId(id) || !isId(proofId)) throw new DomainError("not_found", { status: 404 });
    const db = getDb();
    if (await isInstalment(id, db)) throw redirect(`/desk/instalments/${id}/receipts/${proofId}`);
    const file = assertFound(await findTransferReceipt({ paymentId: id, proofId }, actor, db));
    return fileResponse({ ...file, isPublic: false });
  });
}
