import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { DateInput } from "~/components/ui/date-input";
import { Disclosure } from "~/components/ui/disclosure";
import { FileInput } from "~/components/ui/file-input";
import { RowFields } from "~/components/ui/row-fields";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { MAX_STAGES } from "~/domain/challenges/intention-schema";
import type { MilestoneView, TakerPage } from "~/domain/challenges/taker-view";
import { acceptOf, MAX_DOCUMENT_BYTES, WORK_TYPES } from "~/domain/shared/file-type-rules";
import { useRequirement } from "./target-table";

type Props = { page: TakerPage; milestone: MilestoneView; view: FormAnswer };

/** A taker reports a stage with what was measured. */
export function ReportForm({ page, milestone, view }: Props) {
  const { t } = useTranslation("challenges");
  const requirement = useRequirement();
  const isRefused = view.text("milestoneId") === milestone.id;
  const kept = (name: string, stored = "") => (isRefused ? view.text(name) : stored);
  const error = (name: string) => (isRefused ? view.error(name) : undefined);
  const id = (name: string) => `${name}-${milestone.sort}`;
  return (
    <Disclosure summary={t("work.taker.report")} open={isRefused}>
      <Form
        method="post"
        encType="multipart/form-data"
        className="grid grid-cols-[minmax(0,1fr)] gap-4"
        noValidate
      >
        <input type="hidden" name="milestoneId" value={milestone.id} />
        <Textarea
          id={id("report")}
          name="report"
          label={t("work.taker.reportText")}
          rows={4}
          maxLength={4000}
          required
          defaultValue={kept("report", milestone.report)}
          error={error("report")}
        />
        {page.targets.map((target, index) => {
          const before = milestone.measured.find((one) => one.target === index)?.measured;
          return (
            <TextInput
              // biome-ignore lint/suspicious/noArrayIndexKey: a value belongs to a place in the list
              key={index}
              id={id(`measured-${index}`)}
              name={`measured[${index}]`}
              label={t("work.taker.measuredOf", { name: target.name, unit: requirement(target) })}
              width="medium"
              defaultValue={kept(`measured[${index}]`, before)}
              error={error(`measured[${index}]`)}
            />
          );
        })}
        <FileInput
          id={id("file")}
          name="file"
          label={t("work.taker.file")}
          accept={acceptOf(WORK_TYPES)}
          maxBytes={MAX_DOCUMENT_BYTES}
          error={error("file")}
        />
        <div>
          <SubmitButton intent="report" size="sm">
            {t("work.taker.reportDo")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

/** Milestones while the contract is being made. */
export function PlanForm({ page, view }: { page: TakerPage; view: FormAnswer }) {
  const { t } = useTranslation("challenges");
  const { milestones } = page;
  const isRefused = view.text("intent") === "plan";
  const kept = (name: string, stored: string | null | undefined) =>
    isRefused ? view.text(name) : (stored ?? "");
  return (
    <Form method="post" className="space-y-4" noValidate>
      <RowFields
        name="milestones"
        label={t("work.taker.milestones")}
        hint={t("work.taker.planLead")}
        error={view.error("milestones")}
        count={isRefused ? view.count("milestones", milestones.length) : milestones.length}
        spare={2}
        max={MAX_STAGES}
        rowLabel={(number) => t("work.taker.milestoneRow", { number })}
      >
        {(prefix, index) => (
          <div className="grid gap-3 sm:grid-cols-[2fr_2fr_1fr]">
            <TextInput
              name={`${prefix}.title`}
              label={t("work.taker.milestoneTitle")}
              defaultValue={kept(`${prefix}.title`, milestones[index]?.title)}
              error={view.error(`${prefix}.title`)}
            />
            <TextInput
              name={`${prefix}.target`}
              label={t("work.taker.milestoneTarget")}
              defaultValue={kept(`${prefix}.target`, milestones[index]?.target)}
              error={view.error(`${prefix}.target`)}
            />
            <DateInput
              name={`${prefix}.dueOn`}
              label={t("work.taker.milestoneDue")}
              defaultValue={kept(`${prefix}.dueOn`, milestones[index]?.dueOn)}
              error={view.error(`${prefix}.dueOn`)}
            />
          </div>
        )}
      </RowFields>
      <SubmitButton intent="plan" variant="secondary" size="sm">
        {t("work.taker.plan")}
      </SubmitButton>
    </Form>
  );
}
