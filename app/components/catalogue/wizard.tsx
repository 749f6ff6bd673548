import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Stepper } from "~/components/ui/stepper";
import { KIND } from "~/domain/catalogue/listing-kind-rules";
import type { WizardView } from "~/domain/catalogue/wizard-view";
import { useErrorText } from "~/i18n/use-error-text";
import type { catalogue } from "~/i18n/zh-CN/catalogue";
import { CheckStep } from "./check-step";
import { FilesStep } from "./files-step";
import { QualityPanel } from "./quality-panel";

type StepKey = keyof typeof catalogue.step;

import { Comments, type WizardAnswer, WriteForm } from "./wizard-form";

/** Where the steps stand: one with an open required item is not done. */
function stepsOf(view: WizardView, quality: WizardView["quality"], base: string) {
  return view.steps.map((id) => {
    const isOpen = quality.items.some((one) => one.step === id && one.isRequired && !one.isMet);
    const hasComment = view.comments.some((one) =>
      quality.items.some((item) => item.field === one.field && item.step === id),
    );
    const status = id === view.step ? "current" : hasComment ? "error" : isOpen ? "todo" : "done";
    return {
      id,
      to: `${base}?step=${id}`,
      status: id === "check" && status === "done" ? "todo" : status,
    } as const;
  });
}

/** The publish wizard: each step is a page of its own, so that it works without scripts. */
export function Wizard({
  view,
  answer,
  aside,
}: {
  view: WizardView;
  answer: WizardAnswer | undefined;
  /** Beside a step that is written: matches from the matching area. */
  aside?: ReactNode;
}) {
  const { t } = useTranslation("catalogue");
  const text = useErrorText();
  const { segment } = KIND[view.kind];
  const desk = `/desk/${segment}/${view.id}`;
  const base = `${desk}/edit`;
  const own = view.isChange
    ? t("edit.titleChange")
    : t(view.kind === "achievement" ? "edit.titleAchievement" : "edit.titleNeed");
  const title = typeof view.values.title === "string" ? view.values.title : "";
  const steps = stepsOf(view, view.quality, base).map((step) => ({
    ...step,
    label: t(`step.${step.id as StepKey}`),
  }));
  const errors = answer?.result?.error ?? {};
  const wide = "grid gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]";
  return (
    <div className="space-y-6">
      <PageHeader
        title={own}
        lead={title || t("edit.untitled")}
        breadcrumbs={[
          {
            label: t(view.kind === "achievement" ? "mine.titleAchievement" : "mine.titleNeed"),
            to: `/desk/${segment}`,
          },
          { label: title || t("edit.untitled"), to: desk },
        ]}
      />
      {view.isChange && <Alert tone="info">{t("edit.changeNotice")}</Alert>}
      <Stepper label={t("edit.steps")} steps={steps} />
      {view.step === "files" || view.step === "check" ? (
        <div className={wide}>
          <div className="space-y-5">
            {view.step === "files" ? (
              <FilesStep
                view={view}
                base={base}
                failure={
                  errors.file
                    ? {
                        role: String(answer?.result?.initialValue?.role ?? ""),
                        text: text(errors.file),
                      }
                    : null
                }
              />
            ) : (
              <CheckStep view={view} failure={text(errors[""])} noteError={text(errors.note)} />
            )}
            <StepLinks view={view} base={base} />
          </div>
          <div className="space-y-5">
            <Comments view={view} />
            <QualityPanel quality={view.quality} base={base} />
          </div>
        </div>
      ) : (
        // A new step is a new form with its own text and its own saving.
        <div className={wide} key={view.step}>
          <WriteForm view={view} answer={answer} base={base} aside={aside} />
        </div>
      )}
    </div>
  );
}

function StepLinks({ view, base }: { view: WizardView; base: string }) {
  const { t } = useTranslation(["catalogue", "common"]);
  const index = view.steps.indexOf(view.step);
  const previous = view.steps[index - 1];
  const next = view.steps[index + 1];
  return (
    <div className="flex flex-wrap gap-3">
      {next && (
        <LinkButton to={`${base}?step=${next}`} variant="primary">
          {t("common:next")}
        </LinkButton>
      )}
      {previous && (
        <LinkButton to={`${base}?step=${previous}`} variant="quiet" icon="arrow-left">
          {t("edit.previous")}
        </LinkButton>
      )}
    </div>
  );
}
