import type { LoaderFunctionArgs } from "@remix-run/node";
import { getTenderFile } from "~/domain/tenders/tender-file-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { findActor } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** A document of a call, for those who may read it. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    return fileResponse(await getTenderFile(params.fileId ?? "", actor, getDb()));
  });
}
