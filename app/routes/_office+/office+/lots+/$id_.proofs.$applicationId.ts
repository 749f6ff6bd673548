import type { LoaderFunctionArgs } from "@remix-run/node";
import { getApplicationProof } from "~/domain/trading/lot-file-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireOffice } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** What an applicant has added as proof. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    return fileResponse(await getApplicationProof(getDb(), params.applicationId ?? "", actor));
  });
}
