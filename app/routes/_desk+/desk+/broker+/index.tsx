import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BoardColumn, lastDay } from "~/components/brokers/board-columns";
import { ProfileMoves } from "~/components/brokers/profile-publication";
import { ProfileStateBadge } from "~/components/brokers/state-badges";
import { useAmount } from "~/components/brokers/use-amount";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { getBoard } from "~/domain/brokers/board-queries.server";
import { findOwnProfile } from "~/domain/brokers/broker-profile-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const profile = await findOwnProfile(actor, db);
    const t = getFixedT(request, ["brokers", "common"]);
    return {
      profile,
      board: profile ? await getBoard(actor, db) : null,
      title: `${t("brokers:board.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BrokerBoard() {
  const { profile, board } = useLoaderData<typeof loader>();
  const { t } = useTranslation("brokers");
  const amount = useAmount();
  if (!profile || !board) {
    return (
      <>
        <PageHeader title={t("board.title")} />
        <EmptyState
          icon="certificate"
          title={t("profile.apply")}
          actions={
            <LinkButton to="/desk/broker/profile" variant="primary">
              {t("profile.start")}
            </LinkButton>
          }
        >
          {t("board.apply")}
        </EmptyState>
      </>
    );
  }
  const isVisible = profile.state === "PUBLIC" || profile.state === "RECHECK";
  const clocks = { review: "clockReview", recheck: "clockRecheck", grace: "clockGrace" } as const;
  return (
    <>
      <PageHeader
        title={t("board.title")}
        lead={t("board.lead")}
        actions={
          <>
            <LinkButton to="/desk/broker/introductions" variant="primary" icon="plus">
              {t("board.record")}
            </LinkButton>
            <LinkButton to="/desk/broker/ledger" icon="money">
              {t("board.ledger")}
            </LinkButton>
            <LinkButton to="/desk/mandates" icon="list">
              {t("board.mandates")}
            </LinkButton>
          </>
        }
      />
      <div className="space-y-6">
        <Card
          title={profile.displayName}
          actions={
            <>
              <LinkButton to="/desk/broker/profile" size="sm" icon="edit">
                {t("profile.edit")}
              </LinkButton>
              {isVisible && (
                <LinkButton to={`/brokers/${profile.id}`} size="sm" icon="eye">
                  {t("profile.view")}
                </LinkButton>
              )}
            </>
          }
        >
          <p className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
            <ProfileStateBadge state={profile.state} />
            <span className="text-muted">{t(`stateNotes.${profile.state}`)}</span>
            {profile.clocks.map((one) => (
              <span key={one.clock} className="text-sm text-muted">
                {t(`profile.${clocks[one.clock as keyof typeof clocks]}`)}{" "}
                <DateTime value={lastDay(one.dueAt)} />
              </span>
            ))}
          </p>
          <ProfileMoves file={profile} />
        </Card>
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <BoardColumn column="leads" {...board.leads} />
          <BoardColumn column="introductions" {...board.introductions} />
          <BoardColumn column="deals" {...board.deals} />
          <BoardColumn
            column="fees"
            cards={board.fees.cards}
            total={board.fees.total}
            note={
              board.fees.dueFen === "0"
                ? undefined
                : t("board.due", { amount: amount(board.fees.dueFen) })
            }
          />
        </div>
        <p>
          <Link className="link" to="/desk/brokerage">
            {t("board.brokerage")}
          </Link>
          <span className="ml-2 text-sm text-muted">{t("board.brokerageHint")}</span>
        </p>
      </div>
    </>
  );
}
