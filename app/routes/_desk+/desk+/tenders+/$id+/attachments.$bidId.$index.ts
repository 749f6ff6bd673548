import type { LoaderFunctionArgs } from "@remix-run/node";
import { getBidAttachment } from "~/domain/tenders/bid-content-queries.server";
import { withErrors } from "~/http/error-response.server";
import { madeFileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** A file out of an opened envelope; always a download, whatever it says it is. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const { id = "", bidId = "", index } = params;
    const input = { tenderId: id, bidId, index: Number(index) };
    const { name, bytes } = await getBidAttachment(input, actor, getDb());
    return madeFileResponse(name, "application/octet-stream", bytes);
  });
}
