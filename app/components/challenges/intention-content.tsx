import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/components/ui/description-list";
import { Table } from "~/components/ui/table";
import type { ChallengeTarget } from "~/domain/challenges/challenge-schema";
import { budgetTotal, type IntentionContent } from "~/domain/challenges/intention-schema";
import { useRequirement } from "./target-table";
import { useMoney } from "./use-money";

/** One page to read: for the experts without contact and relation, see `isBrief`. */
export function IntentionContentView({
  content,
  targets,
  isBrief = false,
}: {
  content: IntentionContent;
  targets: readonly ChallengeTarget[];
  isBrief?: boolean;
}) {
  const { t } = useTranslation("challenges");
  const money = useMoney();
  const requirement = useRequirement();
  const text = (value: string) => <span className="whitespace-pre-wrap">{value}</span>;
  const contact = [content.contactName, content.contactPhone, content.contactEmail];
  return (
    <div className="space-y-5">
      <DescriptionList
        items={[
          {
            label: t("work.intention.participation"),
            value: t(`work.intention.participations.${content.participation}`),
          },
          {
            label: t("work.intention.members"),
            value: content.members.map((one) => `${one.name}（${one.part}）`).join("、"),
          },
          {
            label: t("work.intention.chief"),
            value: `${content.chiefName} ${content.chiefTitle}`.trim(),
          },
          { label: t("work.intention.team"), value: text(content.team) },
          { label: t("work.intention.research"), value: text(content.research) },
          { label: t("work.intention.route"), value: text(content.route) },
          { label: t("work.intention.basis"), value: text(content.basis) },
          { label: t("work.intention.plan"), value: text(content.plan) },
          ...(isBrief
            ? []
            : [
                {
                  label: t("work.intention.contact"),
                  value: contact.filter((one) => one !== "").join(" · "),
                },
              ]),
        ]}
      />
      <Table
        caption={t("work.intention.answers")}
        captionVisible
        rows={targets.map((target, index) => ({
          key: String(index),
          target,
          answer: content.answers[index],
        }))}
        rowKey={(one) => one.key}
        columns={[
          {
            key: "target",
            header: t("page.target"),
            rowHeader: true,
            cell: (one) => `${one.target.name} ${requirement(one.target)}`,
          },
          {
            key: "value",
            header: t("work.intention.answerValue"),
            cell: (one) => one.answer?.value || "—",
          },
          {
            key: "note",
            header: t("work.intention.answerNote"),
            cell: (one) => one.answer?.note || "—",
          },
        ]}
      />
      <Table
        caption={t("work.intention.stages")}
        captionVisible
        rows={content.stages.map((one, index) => ({ ...one, key: String(index) }))}
        rowKey={(one) => one.key}
        columns={[
          {
            key: "title",
            header: t("work.intention.stageTitle"),
            rowHeader: true,
            cell: (one) => one.title,
          },
          { key: "due", header: t("work.intention.stageDue"), cell: (one) => one.dueOn ?? "—" },
          {
            key: "target",
            header: t("work.intention.stageTarget"),
            cell: (one) => one.target || "—",
          },
        ]}
      />
      <Table
        caption={`${t("work.intention.budget")} · ${t("work.intention.budgetTotal")} ${money(budgetTotal(content))}`}
        captionVisible
        rows={content.budget.map((one, index) => ({ ...one, key: String(index) }))}
        rowKey={(one) => one.key}
        columns={[
          {
            key: "item",
            header: t("work.intention.budgetItem"),
            rowHeader: true,
            cell: (one) => one.item,
          },
          {
            key: "amount",
            header: t("work.intention.budgetAmount"),
            align: "end",
            cell: (one) => money(BigInt(one.amountFen ?? 0)),
          },
        ]}
      />
    </div>
  );
}
