import type { LoaderFunctionArgs } from "@remix-run/node";
import { getBidReceipt } from "~/domain/tenders/bid-page-queries.server";
import { withErrors } from "~/http/error-response.server";
import { madeFileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** The signed receipt of an own bid as a file. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const organisation = new URL(request.url).searchParams.get("organisation");
    const number = Number(params.number);
    const { receipt } = await getBidReceipt(getDb(), number, organisation, actor);
    const bytes = new TextEncoder().encode(receipt);
    return madeFileResponse(`tender-${number}-receipt.json`, "application/json", bytes);
  });
}
