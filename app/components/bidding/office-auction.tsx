import { Form, Link, useRevalidator } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Textarea } from "~/components/ui/textarea";
import type { AuctionView } from "~/domain/bidding/auction-view";
import type { LogEvent } from "~/domain/bidding/screen-log-view";
import { AuctionStatusBadge, TrainingBadge } from "./auction-badges";
import { ClockPanel } from "./clock-panel";
import { marketTime } from "./market-time";
import { OfficeLog } from "./office-log";
import { PhaseText } from "./phase-text";
import { PricePanel } from "./price-panel";
import { StateNotices } from "./state-notices";
import { useBiddingText } from "./use-bidding-text";
import { useLiveAuction } from "./use-live-auction";

const RECORD_DELAY_MS = 700;

interface OfficeAuctionProps {
  found: {
    view: AuctionView;
    events: readonly LogEvent[];
    flags: readonly { id: string; kind: string; state: string }[];
  };
  answer: RefusedForm;
  /** Page links below the record. */
  children: ReactNode;
}

/** A run as its operator sees it. */
export function OfficeAuction({ found, answer, children }: OfficeAuctionProps) {
  const { t } = useTranslation("bidding");
  const text = useBiddingText();
  const { events, flags } = found;
  const { view, feed, time } = useLiveAuction(found.view);
  const { board, lines } = feed;
  useFreshRecord(feed.known, events[0]?.sequence ?? 0);
  const form = useFormView(answer);
  return (
    <>
      <PageHeader
        title={view.lotTitle}
        eyebrow={
          <>
            <AuctionStatusBadge status={board.status} />
            <TrainingBadge isTraining={view.isTraining} factor={view.rules.timeFactor} />
            <span className="text-sm text-muted">
              {t(`mode.${view.rules.mode}`)} · {t("live.bidders", { count: view.bidders.length })}
            </span>
          </>
        }
        breadcrumbs={[
          { label: t("office.title"), to: "/office/bidding" },
          { label: t("live.number", { number: view.lotNumber }) },
        ]}
        actions={
          <LinkButton to={`/lots/${view.lotNumber}/live`} icon="eye">
            {t("office.toScreen")}
          </LinkButton>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FormErrorSummary
          {...form.summary({ note: t("office.note"), isConfirmed: t("office.confirmVoid") })}
        />
        <StateNotices board={board} lines={lines} />
        <Card>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-6 sm:grid-cols-2">
            <PricePanel view={view} board={board} hasBid={false} />
            <div className="space-y-4">
              <div>
                <p className="text-xl font-semibold text-ink">{text.phase(board.phase)}</p>
                <PhaseText view={view} board={board} />
              </div>
              <ClockPanel board={board} time={time} isLastPhase={false} />
            </div>
          </div>
        </Card>
        <OfficeMoves view={view} board={board} form={form} />
        <Card title={t("office.flags")}>
          <Flags events={events} flags={flags} />
        </Card>
        <Card title={t("office.log")}>
          <p className="mb-2 text-sm text-muted">{t("office.logNote")}</p>
          <OfficeLog events={events} />
          {children}
        </Card>
      </div>
    </>
  );
}

/** The whole record is read again when something new stands in it; operators are few. */
function useFreshRecord(known: number, shown: number): void {
  const { revalidate } = useRevalidator();
  const first = useRef(known - shown);
  useEffect(() => {
    // On a page further back there is always more than what is shown.
    if (first.current > 0 || known <= shown) return;
    const id = window.setTimeout(revalidate, RECORD_DELAY_MS);
    return () => window.clearTimeout(id);
  }, [known, shown, revalidate]);
}

function Flags({ events, flags }: Pick<OfficeAuctionProps["found"], "events" | "flags">) {
  const { t } = useTranslation("bidding");
  const { code } = useBiddingText();
  const raised = events.flatMap((event) => (event.kind === "FLAGGED" ? [event] : []));
  if (raised.length + flags.length === 0) {
    return <p className="text-muted">{t("office.noFlags")}</p>;
  }
  return (
    <ul className="space-y-1">
      {raised.map((event) => (
        <li key={event.sequence}>{t("office.flag", { code: code(event.bidder), of: event.of })}</li>
      ))}
      {flags.map((flag) => (
        <li key={flag.id}>
          <Link className="link" to="/office/oversight">
            {t(`office.flagKinds.${flag.kind as "ROTATION"}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

type FormView = ReturnType<typeof useFormView>;

function OfficeMoves({
  view,
  board,
  form,
}: {
  view: AuctionView;
  board: AuctionView["board"];
  form: FormView;
}) {
  const { t } = useTranslation("bidding");
  const { status, phase, suspendedAtMicros } = board;
  if (board.result) return <p className="text-muted">{t("office.noMoves")}</p>;
  const stood = suspendedAtMicros === null ? 0 : view.nowMicros - suspendedAtMicros;
  const end = marketTime((phase?.endsAtMicros ?? view.nowMicros) + stood);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 md:grid-cols-2">
      {status === "SUSPENDED" ? (
        <MoveForm
          intent="resume"
          lead={t("office.resumeLead", { end: `${end.date} ${end.time}` })}
          form={form}
        />
      ) : (
        <MoveForm intent="suspend" lead={t("office.suspendLead")} form={form} />
      )}
      <MoveForm intent="void" lead={t("office.voidLead")} form={form}>
        <Checkbox
          name="isConfirmed"
          label={t("office.confirmVoid")}
          error={form.error("isConfirmed")}
        />
      </MoveForm>
    </div>
  );
}

interface MoveFormProps {
  intent: "suspend" | "resume" | "void";
  lead: string;
  form: FormView;
  children?: ReactNode;
}

function MoveForm({ intent, lead, form, children }: MoveFormProps) {
  const { t } = useTranslation("bidding");
  const isOurs = form.value("intent") === intent;
  return (
    <Card title={t(`office.${intent}`)}>
      <Form method="post" className="space-y-3" noValidate>
        <p className="text-sm text-muted">{lead}</p>
        <Textarea
          name="note"
          id={`note-${intent}`}
          label={t("office.note")}
          hint={t("office.noteHint")}
          rows={2}
          maxLength={500}
          required
          defaultValue={isOurs ? form.value("note") : ""}
          error={isOurs ? form.error("note") : undefined}
        />
        {children}
        <SubmitButton intent={intent} variant={intent === "void" ? "danger" : "primary"}>
          {t(`office.${intent}`)}
        </SubmitButton>
      </Form>
    </Card>
  );
}
