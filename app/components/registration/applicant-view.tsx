import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import type { DossierView, MoveView } from "~/domain/registration/registration-view";
import { ApplicantMoves } from "./applicant-moves";
import { AskForm } from "./ask-form";
import { CheckReport } from "./check-report";
import { DocumentTable } from "./document-table";
import { MoveTimeline, VersionTable } from "./dossier-history";
import { DossierSummary } from "./dossier-summary";
import type { FormViewPart } from "./form-editor";
import { FormTable } from "./form-table";
import { MissingList } from "./missing-list";
import { RemarkList } from "./remark-list";

type ApplicantViewProps = {
  dossier: DossierView;
  moves: readonly MoveView[];
  points: readonly { id: string; name: string }[];
  supplements: readonly { id: string; title: string }[];
  canWrite: boolean;
  view: FormViewPart;
  reasonOf: (code: string) => string | undefined;
};

/** The whole dossier for those who apply. */
export function ApplicantView(props: ApplicantViewProps) {
  const { dossier, moves, points, supplements, canWrite, view, reasonOf } = props;
  const { t } = useTranslation("recognition");
  const page = `/desk/registrations/${dossier.id}`;
  const isCorrecting = dossier.state === "CORRECTION" || dossier.state === "REVIEW_CORRECTION";
  const needsBuyer = dossier.missing.some((one) => one.suppliedBy === "BUYER");
  return (
    <>
      {dossier.remarks.length > 0 && (
        <RemarkList
          remarks={dossier.remarks}
          answerRound={isCorrecting && canWrite ? dossier.round : null}
          removeRound={null}
          error={(id) => (view.value("remarkId") === id ? view.error("answer") : undefined)}
        />
      )}
      <DossierSummary dossier={dossier} />
      {canWrite && (
        <>
          <MissingList dossier={dossier} />
          {needsBuyer && <AskForm view={view} />}
        </>
      )}
      <ApplicantMoves
        moves={moves}
        points={points}
        supplements={supplements}
        view={view}
        reasonOf={reasonOf}
      />
      <Card
        title={t("page.documents")}
        padding="flush"
        actions={
          canWrite ? (
            <LinkButton to={`${page}/documents`} size="sm" variant="secondary">
              {t("page.addDocument")}
            </LinkButton>
          ) : undefined
        }
      >
        <DocumentTable
          documents={dossier.documents}
          registrationId={dossier.id}
          canRemove={false}
        />
      </Card>
      <section aria-labelledby="form" className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="form" className="text-xl">
            {t("page.form")}
          </h2>
          {canWrite && (
            <div className="flex flex-wrap gap-2">
              <Form method="post">
                <SubmitButton intent="refill" size="sm" variant="quiet">
                  {t("page.refill")}
                </SubmitButton>
              </Form>
              <LinkButton to={`${page}/form`} size="sm" variant="secondary">
                {t("page.editForm")}
              </LinkButton>
            </div>
          )}
        </div>
        <Disclosure summary={t("page.form")} open={!canWrite}>
          <FormTable form={dossier.form} names={dossier.names} />
        </Disclosure>
      </section>
      <CheckReport checks={dossier.checks} version={dossier.rulesVersion} />
      <VersionTable versions={dossier.versions} />
      <MoveTimeline timeline={dossier.timeline} />
    </>
  );
}
