import type { LoaderFunctionArgs } from "@remix-run/node";
import { findReceipt } from "~/domain/performance/payment-queries.server";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** The bank's receipt behind a proof of payment, for the people of payer and payee. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const { id, proofId } = params;
    if (!isId(id) || !isId(proofId)) throw new DomainError("not_found", { status: 404 });
    const file = assertFound(await findReceipt({ instalmentId: id, proofId }, actor, getDb()));
    return fileResponse({ ...file, isPublic: false });
  });
}
