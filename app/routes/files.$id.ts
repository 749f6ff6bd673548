import type { LoaderFunctionArgs } from "@remix-run/node";
import { getReadableFile } from "~/domain/catalogue/file-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { findActor } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** A file by id for those who may read it. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    return fileResponse(await getReadableFile(getDb(), params.id ?? "", actor));
  });
}
