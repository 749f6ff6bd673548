import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import type { PairSideView, PairView } from "~/domain/matching/match-view-schema";
import { MarkedText } from "./marked-text";
import { Explanation } from "./match-reasons";
import { RelevanceNote } from "./relevance-note";
import { SharedWords } from "./shared-words";
import { useOwnerText } from "./use-owner-text";

function Side({ side }: { side: PairSideView }) {
  const { t } = useTranslation("matching");
  const ownerText = useOwnerText();
  const isNeed = side.kind === "need";
  return (
    <Card>
      <article className="grid gap-3" aria-labelledby={`side-${side.kind}`} data-side={side.kind}>
        <header className="grid gap-1">
          <p className="text-sm font-medium text-brand-700">{t(isNeed ? "need" : "achievement")}</p>
          <h2 id={`side-${side.kind}`} className="text-lg wrap-anywhere">
            <MarkedText segments={side.title} />
          </h2>
          <p className="flex flex-wrap gap-x-3 text-sm text-muted">
            <span>{ownerText(side.owner)}</span>
            {side.trl !== null && (
              <span>{t(isNeed ? "trlWanted" : "trlReached", { level: side.trl })}</span>
            )}
            {side.publishedAt && <DateTime value={side.publishedAt} format="date" />}
          </p>
        </header>
        <p className="prose-text text-sm">
          {side.text.length > 0 ? (
            <MarkedText segments={side.text} />
          ) : (
            <span className="text-muted">{t("pair.textEmpty")}</span>
          )}
        </p>
        <p>
          <Link className="link" to={side.href}>
            {t("pair.open")}
          </Link>
        </p>
      </article>
    </Card>
  );
}

/** A need and an achievement side by side, with everything that the ranker has to say about them. */
export function PairPage({ view }: { view: PairView }) {
  const { t } = useTranslation("matching");
  const { explanation } = view;
  return (
    <div className="grid gap-5">
      <PageHeader
        title={t("pair.title")}
        lead={t("pair.lead")}
        actions={
          view.requestHref && (
            <LinkButton to={view.requestHref} variant="primary" icon="handshake">
              {t("requestIntroduction")}
            </LinkButton>
          )
        }
      />
      {view.status === "unavailable" && (
        <Alert tone="warning" title={t("unavailableTitle")}>
          {t("unavailableText")}
        </Alert>
      )}
      {view.status === "unrelated" && (
        <EmptyState icon="handshake" title={t("pair.unrelatedTitle")}>
          {t("pair.unrelatedText")}
        </EmptyState>
      )}
      {explanation && (
        <Card>
          <div className="grid gap-3">
            <div className="flex flex-wrap items-start justify-between gap-3">
              <RelevanceNote band={explanation.band} judgement={view.judgement} />
              {view.judgeHref && (
                <LinkButton to={view.judgeHref} size="sm" icon="check">
                  {t("pair.judge")}
                </LinkButton>
              )}
            </div>
            <SharedWords match={explanation} subjectKind="need" />
          </div>
        </Card>
      )}
      <div className="grid gap-5 lg:grid-cols-2">
        <Side side={view.need} />
        <Side side={view.achievement} />
      </div>
      <p className="text-sm text-muted">{t("pair.textNote")}</p>
      {explanation && (
        <Card title={t("pair.why")}>
          <div className="grid gap-6">
            <Explanation match={explanation} headingLevel={3} />
            <p className="text-sm text-muted">
              {/* A plain link: the answer is not a page of the app. */}
              <a className="link" href={view.figuresHref} rel="nofollow">
                {t("pair.machine")}
              </a>{" "}
              {t("pair.machineNote")}
            </p>
          </div>
        </Card>
      )}
    </div>
  );
}
