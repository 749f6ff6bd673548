import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import type { QuestionPage } from "~/domain/roadshows/day/question-view";
import {
  type QuestionMove,
  type QuestionState,
  roadshowQuestionProcedure,
} from "~/domain/roadshows/day/roadshow-question-procedure";
import { openMoves } from "~/domain/shared/procedure/procedure";

const STATES = ["PENDING", "SHOWN", "ANSWERED", "HIDDEN"] as const;
const MODERATOR = new Set(["moderator"] as const);

/** Questions of one state with the moves that a moderator can make. */
export function QuestionList({ page }: { page: QuestionPage }) {
  const { t } = useTranslation("stage");
  const to = (at: number) => (at < 1 || at > page.pages ? null : `?state=${page.state}&page=${at}`);
  return (
    <div className="space-y-5">
      <Tabs
        label={t("questions.title")}
        items={STATES.map((state) => ({
          to: `?state=${state}`,
          label: t(`questions.states.${state}`),
          count: page.counts[state],
          current: state === page.state,
        }))}
      />
      {!page.mayModerate && <p className="text-muted">{t("questions.readOnly")}</p>}
      <Card>
        {page.questions.length === 0 && <p className="text-muted">{t("questions.none")}</p>}
        <ul className="divide-y divide-line">
          {page.questions.map((one) => (
            <li key={one.id} className="space-y-2 py-3 first:pt-0">
              <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
                <span className="tabular">{formatDateTime(one.askedAt, "time")}</span>
                {t("questions.about", { number: one.projectNumber, title: one.projectTitle })}
              </p>
              <p className="prose-text whitespace-pre-wrap text-lg">{one.text}</p>
              <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
                {t("questions.by", { name: one.asker, organisation: one.organisation || "—" })}
                {one.isAnonymous && <Badge>{t("questions.anonymous")}</Badge>}
                <span>{t("audience.votes", { count: one.votes })}</span>
              </p>
              {page.mayModerate && (
                <Form method="post" className="flex flex-wrap gap-2">
                  <input type="hidden" name="questionId" value={one.id} />
                  {movesOf(one.state as QuestionState).map((move, at) => (
                    <Button
                      key={move}
                      type="submit"
                      name="move"
                      value={move}
                      size="sm"
                      variant={at === 0 ? "primary" : "secondary"}
                      aria-label={`${t(`questions.${move}`)}: ${one.text.slice(0, 40)}`}
                    >
                      {t(`questions.${move}`)}
                    </Button>
                  ))}
                </Form>
              )}
            </li>
          ))}
        </ul>
        <Pagination
          previousTo={to(page.page - 1)}
          nextTo={to(page.page + 1)}
          summary={`${page.page} / ${page.pages} · ${page.total}`}
        />
      </Card>
    </div>
  );
}

type Moderated = Exclude<QuestionMove, "withdraw">;

function movesOf(state: QuestionState): Moderated[] {
  return openMoves(roadshowQuestionProcedure, state, MODERATOR).filter(
    (move): move is Moderated => move !== "withdraw",
  );
}
