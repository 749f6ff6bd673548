import type { LoaderFunctionArgs } from "@remix-run/node";
import { makeRewardWorkbook } from "~/domain/performance/reward-files.server";
import { withErrors } from "~/http/error-response.server";
import { madeFileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";

import { getDb } from "~/platform/db.server";

/** A reward sheet as a file, for the administrators of its unit. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);

    const { number, bytes } = await makeRewardWorkbook(params.id ?? "", actor, getDb());
    return madeFileResponse(
      `reward-${number}.xlsx`,
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      bytes,
    );
  });
}
