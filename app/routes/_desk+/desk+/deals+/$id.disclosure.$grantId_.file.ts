import type { LoaderFunctionArgs } from "@remix-run/node";
import { readDisclosedFile } from "~/domain/deals/read-disclosed-file.server";
import { withErrors } from "~/http/error-response.server";
import { madeFileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** A file that was opened to the reader; every download goes into the log. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const { id = "", grantId = "" } = params;
    const file = await readDisclosedFile(id, grantId, actor, getDb());
    return madeFileResponse(file.name, file.contentType, file.bytes);
  });
}
