import type { LoaderFunctionArgs } from "@remix-run/node";
import { getFilingPack } from "~/domain/brokers/filing-pack.server";
import { writeFilingWorkbook } from "~/domain/brokers/filing-workbook.server";
import { DomainError } from "~/domain/shared/domain-error";
import { filingTexts } from "~/http/brokers/filing-texts.server";
import { withErrors } from "~/http/error-response.server";
import { madeFileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The yearly filing pack of a ledger as a workbook, for the broker or the agency's administrators. */
export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const params = new URL(request.url).searchParams;
    const year = Number(params.get("year"));
    if (!Number.isInteger(year)) throw new DomainError("not_found", { status: 404 });
    const pack = await getFilingPack({ owner: params.get("owner"), year }, actor, getDb());
    const t = getFixedT(request, "brokers");
    const bytes = await writeFilingWorkbook(pack.lines, pack.filing, filingTexts(pack, t));
    const name = t("filing.file", { name: pack.owner.name, year });
    return madeFileResponse(name, XLSX, bytes);
  });
}
