import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge, StatusBadge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/button";
import { DateTime } from "~/components/ui/date-time";
import { Disclosure } from "~/components/ui/disclosure";
import { Highlight } from "~/components/ui/highlight";
import type { Tone } from "~/components/ui/tone";
import type { MatchList, MatchView } from "~/domain/matching/match-view-schema";
import { AnswerForms } from "./answer-forms";
import { MatchReasons } from "./match-reasons";
import { BandBadge } from "./relevance-note";
import { useOwnerText } from "./use-owner-text";

const ANSWER_TONE: Record<"INTERESTED" | "NOT_NOW" | "NOT_FOR_US", Tone> = {
  INTERESTED: "success",
  NOT_NOW: "neutral",
  NOT_FOR_US: "warning",
};

type MatchCardProps = {
  match: MatchView;
  list: Pick<MatchList, "subject" | "isOwner" | "canAnswer">;
  returnTo: string;
  headingLevel: 2 | 3;
};

/** One counterpart with its reasons and, for the owner's side, what may be answered. */
export function MatchCard({ match, list, returnTo, headingLevel }: MatchCardProps) {
  const { t } = useTranslation("matching");
  const ownerText = useOwnerText();
  const Heading = `h${headingLevel}` as const;
  const pair =
    match.kind === "achievement"
      ? { achievementId: match.id, needId: list.subject.id }
      : { achievementId: list.subject.id, needId: match.id };
  return (
    <article className="grid gap-3 px-4 py-4 sm:px-5">
      <header className="grid gap-1">
        <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <Heading className="min-w-0 text-lg font-semibold text-ink">
            <Link to={match.href} className="hover:text-brand-700">
              <Highlight segments={match.titleSegments} />
            </Link>
          </Heading>
          <BandBadge band={match.band} />
        </div>
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <span>{ownerText(match.owner)}</span>
          {match.trl !== null && (
            <span>
              {match.kind === "achievement"
                ? t("trlReached", { level: match.trl })
                : t("trlWanted", { level: match.trl })}
            </span>
          )}
          {match.publishedAt && <DateTime value={match.publishedAt} format="date" />}
          {match.pairHref && (
            <Link
              className="link"
              to={match.pairHref}
              aria-label={`${t("explain.open")}: ${match.title}`}
            >
              {t("explain.open")}
            </Link>
          )}
        </p>
        {match.phrases.length > 0 && (
          <p className="flex flex-wrap items-center gap-1.5 text-sm">
            <span className="text-muted">{t("wordsMet")}</span>
            {match.phrases.slice(0, 4).map((phrase) => (
              <Badge key={phrase.text} tone="accent">
                {phrase.text}
              </Badge>
            ))}
          </p>
        )}
      </header>
      <Disclosure summary={t("why")}>
        <MatchReasons match={match} subjectKind={list.subject.kind} />
      </Disclosure>
      {list.isOwner && match.answer && (
        <p>
          <StatusBadge tone={ANSWER_TONE[match.answer.answer]}>
            {t(`answered.${match.answer.answer}`)}
          </StatusBadge>
        </p>
      )}
      {list.isOwner && match.introduction && (
        <p>
          <LinkButton
            to={`/desk/introductions/${match.introduction.id}`}
            size="sm"
            variant="secondary"
            icon="chat"
          >
            {t("viewIntroduction")}
          </LinkButton>
        </p>
      )}
      {list.canAnswer && (
        <AnswerForms {...pair} title={match.title} returnTo={returnTo} current={match.answer}>
          {!match.introduction && (
            <LinkButton to={match.requestHref} size="sm" variant="primary" icon="handshake">
              {t("requestIntroduction")}
            </LinkButton>
          )}
        </AnswerForms>
      )}
    </article>
  );
}
