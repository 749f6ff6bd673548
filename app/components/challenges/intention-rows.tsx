import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Card } from "~/components/ui/card";
import { DateInput } from "~/components/ui/date-input";
import { MoneyInput } from "~/components/ui/money-input";
import { RowFields } from "~/components/ui/row-fields";
import { TextInput } from "~/components/ui/text-input";
import type { ChallengeTarget } from "~/domain/challenges/challenge-schema";
import {
  INTENTION_LIMITS,
  type IntentionContent,
  MAX_BUDGET_ROWS,
  MAX_MEMBERS,
  MAX_STAGES,
} from "~/domain/challenges/intention-schema";
import { toYuanText } from "~/domain/shared/money";
import { useRequirement } from "./target-table";

type Of<K extends keyof IntentionContent> = IntentionContent[K];

/** An answer to each target, in the order of the targets. */
export function AnswerFields({
  targets,
  answers,
  view,
}: {
  targets: readonly ChallengeTarget[];
  answers: Of<"answers">;
  view: FormAnswer;
}) {
  const { t } = useTranslation("challenges");
  const requirement = useRequirement();
  return (
    <Card title={t("work.intention.answers")}>
      <div className="space-y-4">
        {targets.map((target, index) => {
          const prefix = `answers[${index}]`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an answer belongs to a place in the list
            <fieldset key={index} className="min-w-0">
              <legend className="mb-1.5 font-medium text-ink">
                {target.name} · {requirement(target)}
              </legend>
              <div className="grid gap-3 sm:grid-cols-[1fr_2fr]">
                <TextInput
                  name={`${prefix}.value`}
                  label={t("work.intention.answerValue")}
                  required
                  maxLength={INTENTION_LIMITS.answer}
                  defaultValue={view.text(`${prefix}.value`, answers[index]?.value)}
                  error={view.error(`${prefix}.value`)}
                />
                <TextInput
                  name={`${prefix}.note`}
                  label={t("work.intention.answerNote")}
                  maxLength={INTENTION_LIMITS.answerNote}
                  defaultValue={view.text(`${prefix}.note`, answers[index]?.note)}
                  error={view.error(`${prefix}.note`)}
                />
              </div>
            </fieldset>
          );
        })}
      </div>
    </Card>
  );
}

export function MemberFields({ members, view }: { members: Of<"members">; view: FormAnswer }) {
  const { t } = useTranslation("challenges");
  return (
    <RowFields
      name="members"
      label={t("work.intention.members")}
      error={view.error("members")}
      count={view.count("members", members.length)}
      spare={1}
      max={MAX_MEMBERS}
      rowLabel={(number) => t("work.intention.memberRow", { number })}
    >
      {(prefix, index) => (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextInput
            name={`${prefix}.name`}
            label={t("work.intention.memberName")}
            defaultValue={view.text(`${prefix}.name`, members[index]?.name)}
            error={view.error(`${prefix}.name`)}
          />
          <TextInput
            name={`${prefix}.part`}
            label={t("work.intention.memberPart")}
            defaultValue={view.text(`${prefix}.part`, members[index]?.part)}
            error={view.error(`${prefix}.part`)}
          />
        </div>
      )}
    </RowFields>
  );
}

export function StageFields({ stages, view }: { stages: Of<"stages">; view: FormAnswer }) {
  const { t } = useTranslation("challenges");
  return (
    <RowFields
      name="stages"
      label={t("work.intention.stages")}
      hint={t("work.intention.rowsHint")}
      error={view.error("stages")}
      count={view.count("stages", stages.length)}
      spare={2}
      max={MAX_STAGES}
      rowLabel={(number) => t("work.intention.stageRow", { number })}
    >
      {(prefix, index) => (
        <div className="grid gap-3 sm:grid-cols-[2fr_1fr_2fr]">
          <TextInput
            name={`${prefix}.title`}
            label={t("work.intention.stageTitle")}
            defaultValue={view.text(`${prefix}.title`, stages[index]?.title)}
            error={view.error(`${prefix}.title`)}
          />
          <DateInput
            name={`${prefix}.dueOn`}
            label={t("work.intention.stageDue")}
            defaultValue={view.text(`${prefix}.dueOn`, stages[index]?.dueOn)}
            error={view.error(`${prefix}.dueOn`)}
          />
          <TextInput
            name={`${prefix}.target`}
            label={t("work.intention.stageTarget")}
            defaultValue={view.text(`${prefix}.target`, stages[index]?.target)}
            error={view.error(`${prefix}.target`)}
          />
        </div>
      )}
    </RowFields>
  );
}

export function BudgetFields({ budget, view }: { budget: Of<"budget">; view: FormAnswer }) {
  const { t } = useTranslation("challenges");
  const yuan = (fen: number | null | undefined) => (fen ? toYuanText(BigInt(fen)) : "");
  return (
    <RowFields
      name="budget"
      label={t("work.intention.budget")}
      hint={t("work.intention.rowsHint")}
      error={view.error("budget")}
      count={view.count("budget", budget.length)}
      spare={2}
      max={MAX_BUDGET_ROWS}
      rowLabel={(number) => t("work.intention.budgetRow", { number })}
    >
      {(prefix, index) => (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextInput
            name={`${prefix}.item`}
            label={t("work.intention.budgetItem")}
            defaultValue={view.text(`${prefix}.item`, budget[index]?.item)}
            error={view.error(`${prefix}.item`)}
          />
          <MoneyInput
            name={`${prefix}.amountFen`}
            label={t("work.intention.budgetAmount")}
            defaultValue={view.text(`${prefix}.amountFen`, yuan(budget[index]?.amountFen))}
            error={view.error(`${prefix}.amountFen`)}
          />
        </div>
      )}
    </RowFields>
  );
}
