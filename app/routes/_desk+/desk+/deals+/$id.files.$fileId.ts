import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDealFile } from "~/domain/deals/deal-file-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** A file that was sent in the conversation, to those who may read it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const file = await getDealFile(params.id ?? "", params.fileId ?? "", actor, getDb());
    return fileResponse({ ...file, isPublic: false });
  });
}
