import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ContractChanges, VersionTable } from "~/components/contracts/contract-changes";
import { Card } from "~/components/ui/card";
import { Pagination } from "~/components/ui/pagination";
import { compareDrafts } from "~/domain/contracts/contract-version-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** A whole number of the address above zero; anything else counts as not given. */
function readNumber(params: URLSearchParams, name: string): number | null {
  const text = params.get(name) ?? "";
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["contracts", "common"]);
    const search = new URL(request.url).searchParams;
    const ids = { dealId: params.id ?? "", contractId: params.contractId ?? "" };
    const chosen = {
      from: readNumber(search, "from"),
      to: readNumber(search, "to"),
      page: readNumber(search, "page") ?? 1,
    };
    const view = await compareDrafts(ids, chosen, actor, getDb());
    const title = `${t("versionsTitle")} · ${view.contract.title} · ${t("common:marketName")}`;
    return { title, view };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ContractVersionsPage() {
  const { t } = useTranslation("contracts");
  const { view } = useLoaderData<typeof loader>();
  const { contract, from, to, page, pages } = view;
  const href = `/desk/deals/${contract.dealId}/contracts/${contract.id}`;
  const pageLink = (target: number) => `${href}/versions?from=${from}&to=${to}&page=${target}`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <header className="grid gap-1">
        <h2 className="text-xl">
          {t("versionsTitle")} · {contract.title}
        </h2>
        <p className="text-muted">{t("versionsLead")}</p>
        <Link className="link" to={href}>
          {t("backToContract")}
        </Link>
      </header>
      <Card title={t("versionsTitle")}>
        <VersionTable view={view} />
        {pages > 1 && (
          <Pagination
            previousTo={page > 1 ? pageLink(page - 1) : null}
            nextTo={page < pages ? pageLink(page + 1) : null}
            summary={t("versionsSummary", { page, pages })}
          />
        )}
      </Card>
      <Card title={t("comparing", { from, to })}>
        <ContractChanges view={view} />
      </Card>
    </div>
  );
}
