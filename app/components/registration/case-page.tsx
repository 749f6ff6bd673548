import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import { TextInput } from "~/components/ui/text-input";
import type { CaseView } from "~/domain/registration/case-view";
import { CheckReport } from "./check-report";
import { DocumentTable } from "./document-table";
import { MoveTimeline, VersionTable } from "./dossier-history";
import { DossierSummary } from "./dossier-summary";
import { FindingsForm } from "./findings-form";
import type { FormViewPart } from "./form-editor";
import { FormTable } from "./form-table";
import { OfficeMoves } from "./office-moves";
import { RecusalCard } from "./recusal-card";
import { RemarkBuilder } from "./remark-builder";
import { RemarkList } from "./remark-list";

type CasePageProps = {
  view: CaseView;
  form: FormViewPart;
  reasonOf: (code: string) => string | undefined;
};

/** A case on one page: what is asked, what the checks say, what was found, and what can be done. */
export function CasePage({ view, form, reasonOf }: CasePageProps) {
  const { t } = useTranslation("recognition");
  const { dossier } = view;
  const text = dossier.documents.find((one) => one.kind === "CONTRACT");
  return (
    <>
      {view.bias && (
        <Alert tone="danger">
          {t("case.recused", { reason: t(`recusal.${view.bias as "OTHER"}`) })}
        </Alert>
      )}
      <DossierSummary dossier={dossier} />
      <Card>
        <DescriptionList
          columns={2}
          hideEmpty
          items={[
            { label: t("case.first"), value: view.first },
            { label: t("case.second"), value: view.second },
            {
              label: t("case.secondReason"),
              value: view.secondReason ? t(`secondReason.${view.secondReason as "RISK"}`) : null,
            },
            {
              label: t("case.text"),
              value: text ? (
                <a className="link" href={`/desk/registrations/${dossier.id}/documents/${text.id}`}>
                  {t("case.openText")}
                </a>
              ) : null,
            },
          ]}
        />
      </Card>
      <OfficeMoves view={view} form={form} reasonOf={reasonOf} />
      {view.canRemark && <RemarkBuilder checks={dossier.checks} view={form} />}
      <RemarkList
        remarks={dossier.remarks}
        answerRound={null}
        removeRound={view.canRemark ? dossier.round : null}
        error={() => undefined}
      />
      {view.canFind ? (
        <FindingsForm checks={dossier.checks} correctedAt={view.correctedAt} />
      ) : (
        <CheckReport checks={dossier.checks} version={dossier.rulesVersion} />
      )}
      <section aria-labelledby="form" className="grid gap-4">
        <h2 id="form" className="text-xl">
          {t("page.form")}
        </h2>
        <FormTable form={dossier.form} names={dossier.names} />
      </section>
      <Card title={t("page.documents")} padding="flush">
        <DocumentTable
          documents={dossier.documents}
          registrationId={dossier.id}
          canRemove={false}
        />
      </Card>
      {view.canNumber && (
        <Card title={t("case.officialNo")}>
          <Form method="post" className="flex flex-wrap items-end gap-3" noValidate>
            <TextInput
              name="officialNo"
              label={t("page.officialNo")}
              defaultValue={form.value("officialNo", dossier.officialNo ?? "")}
              maxLength={24}
              error={form.error("officialNo")}
            />
            <SubmitButton intent="number" variant="secondary">
              {t("case.saveNumber")}
            </SubmitButton>
          </Form>
        </Card>
      )}
      <VersionTable versions={dossier.versions} />
      <RecusalCard view={view} form={form} />
      <MoveTimeline timeline={dossier.timeline} />
    </>
  );
}
