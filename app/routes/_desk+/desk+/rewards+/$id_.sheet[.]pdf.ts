import type { LoaderFunctionArgs } from "@remix-run/node";
import { makeRewardPdf } from "~/domain/performance/reward-files.server";
import { withErrors } from "~/http/error-response.server";
import { madeFileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** A reward sheet as a file, for the administrators of its unit. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, "common");
    const { number, bytes } = await makeRewardPdf(params.id ?? "", t("marketName"), actor, getDb());
    return madeFileResponse(`reward-${number}.pdf`, "application/pdf", bytes);
  });
}
