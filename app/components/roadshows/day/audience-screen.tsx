import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import type { LivePage } from "~/domain/roadshows/day/audience-view";
import { HallNow } from "./audience-hall";
import { AudienceQuestions } from "./audience-questions";
import { CardForms } from "./card-forms";
import { useEntryText } from "./entry-text";
import { useLiveBoards } from "./use-live-boards";

type Props = { page: LivePage; view: FormAnswer };

/** The phone of somebody in the audience. */
export function AudienceScreen({ page, view }: Props) {
  const { t } = useTranslation("stage");
  const text = useEntryText();
  const { boards, now } = useLiveBoards(page);
  const mayAct = page.isOpen && page.participantId !== null;
  const { project } = page;
  const event = `/roadshows/${page.number}`;
  return (
    <>
      <PageHeader
        title={t("audience.title")}
        lead={page.title}
        breadcrumbs={[{ label: t("audience.back"), to: event }, { label: t("audience.title") }]}
        actions={
          page.participantId && (
            <LinkButton to={`/desk/visits/${page.participantId}`} icon="calendar">
              {t("audience.agenda")}
            </LinkButton>
          )
        }
      />
      <div className="space-y-5">
        <FormErrorSummary
          {...view.summary({ text: t("audience.askText"), note: t("audience.note") })}
        />
        {!page.isOpen && <Alert tone="info">{t("audience.notOpen")}</Alert>}
        {page.isOpen && !page.participantId && (
          <Alert
            tone="info"
            actions={
              <LinkButton to={`${event}/register`} size="sm" variant="primary">
                {t("audience.registerDo")}
              </LinkButton>
            }
          >
            {t("audience.register")}
          </Alert>
        )}
        <section aria-label={t("audience.halls")}>
          <h2 className="mb-3 text-xl">{t("audience.halls")}</h2>
          {boards.length === 0 && <p className="text-muted">{t("nothing")}</p>}
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2">
            {boards.map((board) => (
              <HallNow key={board.placeId} board={board} page={page} now={now} />
            ))}
          </ul>
        </section>
        {project && (
          <section className="space-y-5" aria-labelledby="project">
            <div>
              <h2 id="project" className="text-xl [overflow-wrap:anywhere]">
                {text.name(project)}
              </h2>
              <p className="text-muted">{text.who(project)}</p>
            </div>
            {page.needsUndertaking ? (
              <Alert
                tone="warning"
                actions={
                  <LinkButton to={`${event}/register`} size="sm">
                    {t("audience.undertakingDo")}
                  </LinkButton>
                }
              >
                {t("audience.undertaking")}
              </Alert>
            ) : (
              <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
                <AudienceQuestions page={page} project={project} mayAct={mayAct} view={view} />
                {mayAct && <CardForms project={project} view={view} />}
              </div>
            )}
          </section>
        )}
        {page.scores.length > 0 && (
          <Card title={t("audience.scores")}>
            <ol className="divide-y divide-line">
              {page.scores.map((one) => (
                <li key={one.number} className="flex flex-wrap items-baseline gap-x-4 py-2">
                  <span className="font-semibold">{t("audience.rank", { rank: one.rank })}</span>
                  <span className="tabular">{one.result}</span>
                  <span className="min-w-0 [overflow-wrap:anywhere]">
                    {text.name({ ...one, isConfidential: one.title === "" })}
                  </span>
                </li>
              ))}
            </ol>
          </Card>
        )}
        <Card title={t("audience.programme")}>
          <ul className="divide-y divide-line">
            {page.programme.map((one) => (
              <li key={one.id} className="py-2.5 first:pt-0">
                <Link
                  to={`?project=${one.id}${page.placeId ? `&hall=${page.placeId}` : ""}#project`}
                  className="[overflow-wrap:anywhere]"
                >
                  {t("project", { number: one.number })} {one.title}
                </Link>
                {one.isConfidential && (
                  <span className="text-sm text-muted"> · {t("confidential")}</span>
                )}
                {one.cards.length > 0 && (
                  <span className="text-sm text-muted">
                    {" "}
                    · {one.cards.map((card) => t(`audience.kinds.${card.kind}`)).join("、")}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
