import type { LoaderFunctionArgs } from "@remix-run/node";
import { getComparison } from "~/domain/catalogue/compare-queries.server";
import { isListingKind } from "~/domain/catalogue/listing-kind-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { valueReader } from "./value-reader.server";

/** Loader of the page that puts a listing under review beside one that it may repeat. */
export function loadComparison({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request);
    const { kind, id = "", otherId = "" } = params;
    if (!isListingKind(kind)) throw new DomainError("not_found", { status: 404 });
    const db = getDb();
    const read = await valueReader(request, db);
    const view = await getComparison({ kind, id, otherId }, actor, read, db);
    const t = getFixedT(request, ["matching", "common"]);
    return { view, title: `${t("matching:compare.title")} · ${t("common:marketName")}` };
  });
}
