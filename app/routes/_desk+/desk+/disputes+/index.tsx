import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { DisputeTable } from "~/components/oversight/dispute-table";
import { StrikeTable } from "~/components/oversight/strike-table";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { membershipOf } from "~/domain/identity/permission-rules";
import { findBan } from "~/domain/oversight/ban-queries.server";
import { listOwnDisputes } from "~/domain/oversight/dispute-queries.server";
import { listOwnStrikes } from "~/domain/oversight/strike-queries.server";
import { calendarDate } from "~/domain/shared/clock";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const STRIKES = 20;
const HERE = "/desk/disputes";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["oversight", "common"]);
    const query = new URL(request.url).searchParams;
    const paging = readPaging(query, SIZE);
    const strikesPaging = readPaging(
      new URLSearchParams({ page: query.get("strikes") ?? "1" }),
      STRIKES,
    );
    const own = membershipOf(actor, actor.organisationId);
    const db = getDb();
    const none = { items: [], total: 0 };
    const id = own?.organisationId;
    const ban = id ? await findBan(db, id) : null;
    return {
      hasOrganisation: own !== null,
      disputes: id ? await listOwnDisputes(id, paging, actor, db) : none,
      strikes: id ? await listOwnStrikes(id, strikesPaging, actor, db) : none,
      bannedUntil: ban ? calendarDate(new Date(ban.untilAt.getTime() - 1)) : null,
      page: paging.page,
      strikesPage: strikesPaging.page,
      title: `${t("oversight:disputes.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Disputes that the organisation has raised, and its own record in trading. */
export default function OwnDisputes() {
  const { hasOrganisation, disputes, strikes, bannedUntil, page, strikesPage } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation("oversight");
  const from = (page - 1) * SIZE;
  const strikesFrom = (strikesPage - 1) * STRIKES;
  return (
    <>
      <PageHeader
        title={t("disputes.title")}
        lead={t("disputes.lead")}
        actions={
          hasOrganisation && (
            <LinkButton to={`${HERE}/new`} variant="primary">
              {t("disputes.raise")}
            </LinkButton>
          )
        }
      />
      <div className="space-y-6">
        {!hasOrganisation && <Alert>{t("disputes.noOrganisation")}</Alert>}
        {bannedUntil && (
          <Alert
            tone="danger"
            actions={
              <LinkButton to="/sanctions" size="sm">
                {t("sanctions.title")}
              </LinkButton>
            }
          >
            {t("disputes.banned", { date: bannedUntil })}
          </Alert>
        )}
        <DisputeTable
          rows={disputes.items}
          under={HERE}
          empty={
            <EmptyState icon="inbox" title={t("disputes.emptyTitle")}>
              {t("disputes.emptyText")}
            </EmptyState>
          }
        />
        {disputes.total > 0 && (
          <Pagination
            previousTo={page > 1 ? `${HERE}?page=${page - 1}` : null}
            nextTo={
              from + disputes.items.length < disputes.total ? `${HERE}?page=${page + 1}` : null
            }
            summary={t("summary", {
              from: from + 1,
              to: from + disputes.items.length,
              total: disputes.total,
            })}
          />
        )}
        <StrikeTable
          title={t("disputes.ownStrikes")}
          rows={strikes.items}
          action={(row) => (
            <LinkButton to={`${HERE}/new?trade=${row.caseType}:${row.caseId}`} size="sm">
              {t("strikes.dispute")}
            </LinkButton>
          )}
        />
        {strikes.total > STRIKES && (
          <Pagination
            previousTo={strikesPage > 1 ? `${HERE}?strikes=${strikesPage - 1}` : null}
            nextTo={
              strikesFrom + strikes.items.length < strikes.total
                ? `${HERE}?strikes=${strikesPage + 1}`
                : null
            }
            summary={t("summary", {
              from: strikesFrom + 1,
              to: strikesFrom + strikes.items.length,
              total: strikes.total,
            })}
          />
        )}
      </div>
    </>
  );
}
