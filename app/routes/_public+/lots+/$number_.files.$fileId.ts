import type { LoaderFunctionArgs } from "@remix-run/node";
import { getLotFile } from "~/domain/trading/lot-file-queries.server";
import { withErrors } from "~/http/error-response.server";
import { fileResponse } from "~/http/file-response.server";
import { findActor } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** A document of a lot, as far as the reader may see it. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    const number = Number(params.number);
    return fileResponse(await getLotFile(getDb(), number, params.fileId ?? "", actor));
  });
}
