import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Icon } from "~/components/ui/icon";
import { useHydrated } from "~/components/ui/use-hydrated";
import type { AuctionLine, AuctionView } from "~/domain/bidding/auction-view";
import { Announcer } from "./announcer";
import { AuctionStatusBadge, TrainingBadge } from "./auction-badges";
import { BidControls } from "./bid-controls";
import { ClockPanel } from "./clock-panel";
import { HistoryLinks, HistoryList } from "./history-list";
import { marketTime } from "./market-time";
import { PhaseText } from "./phase-text";
import { PriceBars } from "./price-bars";
import { PricePanel } from "./price-panel";
import { ResultPanel } from "./result-panel";
import { StateNotices } from "./state-notices";
import type { LinkState } from "./use-auction-link";
import { type LiveAnswer, useBidForms } from "./use-bid-forms";
import { useBiddingText } from "./use-bidding-text";
import { useLiveAuction } from "./use-live-auction";

/** Lines of one page of the record. */
const SHOWN_LINES = 20;

export interface LiveScreenProps {
  view: AuctionView;
  path: string;
  clientKey: string;
  /** The bidder has made a bid in this run. */
  hasBid: boolean;
  isSignedIn: boolean;
  withMs: boolean;
  /** A page of the record further back; null: the newest lines, live. */
  older: { lines: readonly AuctionLine[]; hasMore: boolean } | null;
  hasOlder: boolean;
  refreshSeconds: number | null;
  posted: LiveAnswer | undefined;
}

/** One page for everybody who watches, with controls for who bids. */
export function LiveScreen(props: LiveScreenProps) {
  const { path, older, withMs } = props;
  const { t } = useTranslation("bidding");
  const { view, feed, link, time, ...live } = useLiveAuction(props.view, props.hasBid);
  const text = useBiddingText(view.you?.number);
  const forms = useBidForms(path, props.clientKey, props.posted, live.readAgain);
  const { board, lines } = feed;
  const { you } = view;
  const yourNumber = you?.number ?? null;
  const hasBid =
    live.hasBid || lines.some((line) => line.kind === "BID" && line.bidder === yourNumber);
  const shown = older ? older.lines : lines.slice(0, SHOWN_LINES);
  const hasOlder = older ? older.hasMore : props.hasOlder || lines.length > SHOWN_LINES;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("live.number", { number: view.lotNumber }), to: `/lots/${view.lotNumber}` },
          { label: t("live.pageTitle") },
        ]}
        eyebrow={
          <>
            <AuctionStatusBadge status={board.status} />
            <TrainingBadge isTraining={view.isTraining} factor={view.rules.timeFactor} />
            <span className="text-sm text-muted">
              {t(`mode.${view.rules.mode}`)} · {t("live.bidders", { count: view.bidders.length })}
              {view.run > 1 && ` · ${t("live.run", { run: view.run })}`}
            </span>
          </>
        }
        title={view.lotTitle}
        meta={<WhoAmI {...props} />}
      />
      <WithoutScript path={path} refreshSeconds={props.refreshSeconds} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0 space-y-5">
          {live.cutOffAt !== null && <CutOff atMs={live.cutOffAt} isOver={board.result !== null} />}
          <StateNotices board={board} lines={lines} />
          <Card>
            <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 sm:grid-cols-2">
              <PricePanel view={view} board={board} hasBid={hasBid} />
              <div className="space-y-4">
                <div>
                  <p className="text-sm text-muted">{t("state.title")}</p>
                  <p className="text-xl font-semibold text-ink">{text.phase(board.phase)}</p>
                  <PhaseText view={view} board={board} />
                </div>
                <ClockPanel board={board} time={time} isLastPhase={isLast(view, board.phase)} />
              </div>
            </div>
          </Card>
          <ResultPanel view={view} board={board} />
          {you && <BidControls view={view} board={board} you={you} forms={forms} path={path} />}
        </div>
        <div className="min-w-0 space-y-5">
          <Card
            id="history"
            title={t("history.title")}
            actions={
              live.cutOffAt === null && <LinkMark state={link} isOver={board.result !== null} />
            }
          >
            <div className="space-y-4">
              <PriceBars lines={lines} yourNumber={yourNumber} />
              <HistoryList
                lines={shown}
                yourNumber={yourNumber}
                withMs={withMs}
                nowMicros={view.nowMicros}
              />
              <HistoryLinks
                path={path}
                withMs={withMs}
                isOlderPage={older !== null}
                olderBefore={hasOlder ? (shown.at(-1)?.sequence ?? null) : null}
              />
              <p className="text-sm text-muted">{t("history.note")}</p>
            </div>
          </Card>
          <Announcer board={board} lines={lines} yourNumber={yourNumber} time={time} />
        </div>
      </div>
    </>
  );
}

/** Whether bidding is over when the phase is, unless somebody bids. */
function isLast({ rules }: AuctionView, phase: AuctionView["board"]["phase"]): boolean {
  if (rules.mode !== "ASCENDING") return phase?.name === "LAST_WORD";
  return phase?.name === "TIMED" || (phase?.name === "FREE" && rules.closing.kind === "SOFT");
}

function WhoAmI({ view, isSignedIn, path }: LiveScreenProps) {
  const { t } = useTranslation("bidding");
  const { you } = view;
  const { rules } = view;
  return (
    <>
      {you ? (
        <span>
          {t("live.asBidder", {
            code: t("code", { number: you.number }),
            organisation: you.organisationName,
          })}
        </span>
      ) : (
        <span>
          {t("live.spectator")}{" "}
          {!isSignedIn && (
            <Link className="link" to={`/sign-in?next=${encodeURIComponent(path)}`}>
              {t("live.signIn")}
            </Link>
          )}
        </span>
      )}
      <span>{t("live.notAuction")}</span>
      {rules.timeFactor > 1 && (
        <span className="font-medium text-ink">
          {t("trainingNote", { factor: rules.timeFactor })}
        </span>
      )}
    </>
  );
}

/** Without client code the page stands still: how to bring it up to date, and how often by itself. */
function WithoutScript({ path, refreshSeconds }: { path: string; refreshSeconds: number | null }) {
  const { t } = useTranslation("bidding");
  return (
    <noscript>
      {refreshSeconds !== null && <meta httpEquiv="refresh" content={String(refreshSeconds)} />}
      <Alert
        tone="info"
        className="mb-5"
        actions={
          <>
            <LinkButton to={path} reloadDocument icon="refresh">
              {t("live.refresh")}
            </LinkButton>
            <LinkButton
              to={refreshSeconds === null ? `${path}?refresh=1` : path}
              reloadDocument
              variant="quiet"
            >
              {t(refreshSeconds === null ? "live.autoRefresh" : "live.noAutoRefresh")}
            </LinkButton>
          </>
        }
      >
        {t("live.withoutScript")}
      </Alert>
    </noscript>
  );
}

/** Nothing reaches the page: what it shows may be old, and only its countdown goes on. */
function CutOff({ atMs, isOver }: { atMs: number; isOver: boolean }) {
  const { t } = useTranslation("bidding");
  if (isOver) return null;
  return (
    <Alert tone="danger" icon="warning" role="alert" title={t("link.cutOff")}>
      {t("link.cutOffText", { time: marketTime(atMs * 1000).time })}
    </Alert>
  );
}

function LinkMark({ state, isOver }: { state: LinkState; isOver: boolean }) {
  const { t } = useTranslation("bidding");
  const isHydrated = useHydrated();
  if (isOver || !isHydrated) return null;
  const icon = state === "LIVE" ? "success" : state === "LOST" ? "warning" : "refresh";
  const key = state === "LIVE" ? "live" : state === "LOST" ? "lost" : "starting";
  return (
    <span className="inline-flex items-center gap-1 text-sm text-muted">
      <Icon name={icon} size={16} />
      {t(`link.${key}`)}
    </span>
  );
}
