import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FindBrokerLink } from "~/components/brokers/find-broker-link";
import { PageHeader } from "~/components/layout/page-header";
import { SellLink } from "~/components/trading/sell-link";
import { Alert } from "~/components/ui/alert";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Dialog } from "~/components/ui/dialog";
import { Textarea } from "~/components/ui/textarea";
import { Timeline } from "~/components/ui/timeline";
import type { DeskMove, DeskView } from "~/domain/catalogue/desk-view";
import { KIND } from "~/domain/catalogue/listing-kind-rules";
import { useErrorText } from "~/i18n/use-error-text";
import type { catalogue } from "~/i18n/zh-CN/catalogue";
import { formatLastDay } from "./last-day";
import { QualityPanel } from "./quality-panel";
import { StateBadge } from "./state-badge";

export type DeskAnswer = { intent: string; note: string; error: string };

const STRONG: readonly string[] = ["submit", "checkPassed", "reconfirm", "reopen"];

function noteLabel(move: DeskMove["move"]) {
  if (move === "withdraw") return "desk.noteWithdraw" as const;
  if (move === "close") return "desk.noteClose" as const;
  return move === "checkFailed" ? ("desk.noteCheckFailed" as const) : ("desk.note" as const);
}

function Move({ move, answer }: { move: DeskMove; answer: DeskAnswer | undefined }) {
  const { t } = useTranslation("catalogue");
  const text = useErrorText();
  const label = t(`move.${move.move}`);
  const mine = answer?.intent === move.move ? answer : undefined;
  if (!move.needsNote) {
    return (
      <Form method="post">
        <SubmitButton
          intent={move.move}
          variant={STRONG.includes(move.move) ? "primary" : "secondary"}
          disabledReason={move.refusal ? t(`desk.reason.${move.refusal}`) : undefined}
        >
          {label}
        </SubmitButton>
      </Form>
    );
  }
  return (
    <Dialog
      trigger={label}
      title={label}
      triggerVariant={move.move === "withdraw" ? "danger" : "secondary"}
    >
      <Form method="post" className="space-y-4">
        <Textarea
          name="note"
          id={`field-note-${move.move}`}
          label={t(noteLabel(move.move))}
          defaultValue={mine?.note}
          error={mine?.error ? text(mine.error) : undefined}
          rows={3}
          maxLength={500}
          required
        />
        <SubmitButton intent={move.move}>{t("desk.confirmMove")}</SubmitButton>
      </Form>
    </Dialog>
  );
}

function Comments({ view }: { view: DeskView }) {
  const { t, i18n } = useTranslation("catalogue");
  if (view.comments.length === 0) return null;
  const open = view.comments.filter((comment) => !comment.isResolved);
  const shown = open.length > 0 ? open : view.comments;
  return (
    <Card title={t("desk.reviewComments")}>
      <ul className="space-y-3">
        {shown.map((comment) => (
          <li key={comment.id} className="rounded-md bg-canvas px-3 py-2">
            <p className="text-sm text-muted">
              {t("desk.round", { round: comment.round })} ·{" "}
              {i18n.exists(`catalogue:field.${comment.field}`)
                ? t(`field.${comment.field as keyof typeof catalogue.field}`)
                : comment.field}
              {comment.isResolved && ` · ${t("desk.resolved")}`}
            </p>
            <p className="prose-text">{comment.message}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Process({ view }: { view: DeskView }) {
  const { t } = useTranslation("catalogue");
  return (
    <Card title={t("desk.timeline")}>
      <Timeline
        label={t("desk.timeline")}
        items={[
          ...view.clocks.map((one) => ({
            id: one.clock,
            title: t(`clock.${one.clock}`),
            note: t(one.isOverdue ? "desk.overdue" : "desk.due", {
              date: formatLastDay(one.dueAt),
            }),
            tone: one.isOverdue ? ("danger" as const) : ("info" as const),
            pending: true,
          })),
          ...view.timeline.map((one) => ({
            id: one.id,
            title: t(`move.${one.move}`),
            at: one.at,
            actor: one.actorName ?? t("desk.system"),
            note: one.note || undefined,
          })),
        ]}
      />
      {view.timeline.length === 0 && <p className="text-muted">{t("stateHelp.DRAFT")}</p>}
    </Card>
  );
}

/** The owner's page of a listing: where it stands, what to do next, and what has happened. */
export function DeskPage({ view, answer }: { view: DeskView; answer: DeskAnswer | undefined }) {
  const { t } = useTranslation("catalogue");
  const text = useErrorText();
  const { segment } = KIND[view.kind];
  const base = `/desk/${segment}/${view.id}`;
  const isUnfinished = view.state === "DRAFT" || view.state === "CORRECTION";
  return (
    <div className="space-y-5">
      <PageHeader
        title={view.title || t("edit.untitled")}
        meta={<StateBadge state={view.state} />}
        breadcrumbs={[
          {
            label: t(view.kind === "achievement" ? "mine.titleAchievement" : "mine.titleNeed"),
            to: `/desk/${segment}`,
          },
          { label: view.title || t("edit.untitled") },
        ]}
        actions={
          <>
            {view.canEdit && (
              <LinkButton
                to={`${base}/edit`}
                icon="edit"
                variant={isUnfinished ? "primary" : "secondary"}
              >
                {t(isUnfinished ? "desk.continueEdit" : "desk.edit")}
              </LinkButton>
            )}
            {view.state === "PUBLISHED" && view.canEdit && (
              <FindBrokerLink kind={view.kind} id={view.id} />
            )}
            {view.kind === "achievement" && view.state === "PUBLISHED" && view.canEdit && (
              <SellLink achievementId={view.id} />
            )}
            <LinkButton to={`/${segment}/${view.id}`} icon="eye">
              {t(view.state === "PUBLISHED" ? "desk.viewPublic" : "edit.preview")}
            </LinkButton>
          </>
        }
      />
      {answer?.error && (
        <Alert tone="danger" role="alert">
          {text(answer.error)}
        </Alert>
      )}
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="space-y-5">
          {view.hasPending && (
            <Alert
              tone="warning"
              title={t("desk.pendingTitle")}
              actions={
                <>
                  <LinkButton size="sm" to={`${base}/edit?step=check`}>
                    {t("edit.publishChange")}
                  </LinkButton>
                  <Form method="post">
                    <SubmitButton size="sm" variant="quiet" intent="discardChange">
                      {t("edit.discardChange")}
                    </SubmitButton>
                  </Form>
                </>
              }
            >
              {t("desk.pendingText", { version: view.versionNumber })}
            </Alert>
          )}
          <Card title={t("desk.nextMoves")}>
            <p className="mb-4 text-muted">{t(`stateHelp.${view.state}`)}</p>
            <div className="flex flex-wrap items-start gap-3">
              {view.moves.map((move) => (
                <Move key={move.move} move={move} answer={answer} />
              ))}
              {view.moves.length === 0 && <p>{t("desk.noMoves")}</p>}
            </div>
          </Card>
          <Comments view={view} />
          <Process view={view} />
        </div>
        <div className="space-y-5">
          <Card title={t("desk.facts")}>
            <DescriptionList
              hideEmpty
              items={[
                { label: t("desk.number"), value: String(view.number) },
                { label: t("edit.organisation"), value: view.organisationName },
                { label: t("desk.createdAt"), value: formatDateTime(view.createdAt) },
                {
                  label: t("desk.submittedAt"),
                  value: view.submittedAt && formatDateTime(view.submittedAt),
                },
                {
                  label: t("desk.publishedAt"),
                  value: view.publishedAt && formatDateTime(view.publishedAt),
                },
                {
                  label: t("desk.expiresAt"),
                  value: view.expiresAt && formatLastDay(view.expiresAt),
                },
                { label: t("desk.views"), value: String(view.viewCount) },
                { label: t("desk.interests"), value: String(view.interestCount) },
                {
                  label: t("desk.versions"),
                  value:
                    view.versionNumber > 0 ? (
                      <Link className="link" to={`/${segment}/${view.id}/versions`}>
                        {view.versionNumber}
                      </Link>
                    ) : null,
                },
              ]}
            />
          </Card>
          {view.canEdit && <QualityPanel quality={view.quality} base={`${base}/edit`} />}
        </div>
      </div>
    </div>
  );
}
