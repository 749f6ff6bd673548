import type { LoaderFunctionArgs } from "@remix-run/node";
import { getPublicityPack } from "~/domain/deals/publicity-pack.server";
import { withErrors } from "~/http/error-response.server";
import { madeFileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

/** The evidence pack of a publicity, for the people of the room. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const { id = "", number } = params;
    const pack = await getPublicityPack(id, Number(number), actor, getDb());
    return madeFileResponse(pack.name, "application/pdf", pack.bytes);
  });
}
