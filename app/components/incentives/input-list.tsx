import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/components/ui/description-list";
import { CONTRACT_KIND_CODES } from "~/domain/incentives/contract-kind-rules";
import {
  AWARDS,
  type IncentiveField,
  LICENCE_KINDS,
  REWARD_CASES,
  SELLER_KINDS,
  TAXPAYERS,
} from "~/domain/incentives/incentives-schema";
import { parseYuan } from "~/domain/shared/money";
import { useFigureText } from "./use-figure-text";

interface InputListProps {
  typed: Partial<Record<IncentiveField, string>>;
  on: string;
}

/** Numbers and dates that are no amounts of money. */
const PLAIN = new Set<IncentiveField>([
  "licenceYears",
  "relatedShare",
  "ownRule",
  "incomeOn",
  "rewardOn",
]);

/** A value of the form in words. */
export function useInputText() {
  const { t } = useTranslation("incentives");
  const text = useFigureText();
  return (name: IncentiveField, value: string): string => {
    const kind = CONTRACT_KIND_CODES.find((one) => one === value);
    if (name === "kind" && kind) return t(`kind.${kind}`);
    const seller = SELLER_KINDS.find((one) => one === value);
    if (name === "sellerKind" && seller) return t(`sellerKind.${seller}`);
    const licence = LICENCE_KINDS.find((one) => one === value);
    if (name === "licence" && licence) return t(`licence.${licence}`);
    const taxpayer = TAXPAYERS.find((one) => one === value);
    if (name === "taxpayer" && taxpayer) return t(`taxpayer.${taxpayer}`);
    const rewardCase = REWARD_CASES.find((one) => one === value);
    if (name === "rewardCase" && rewardCase) return t(`rewardCase.${rewardCase}`);
    const award = AWARDS.find((one) => one === value);
    if (name === "award" && award) return t(`award.${award}`);
    if (value === "on") return t("result.yes");
    const fen = PLAIN.has(name) ? null : parseYuan(value);
    return fen === null ? value : text({ unit: "fen", value: fen });
  };
}

/** What was filled in, in words, so that a printed estimate says what it rests on. */
export function InputList({ typed, on }: InputListProps) {
  const { t } = useTranslation("incentives");
  const named = useInputText();
  const names = (Object.keys(typed) as IncentiveField[]).filter((name) => name !== "on");
  return (
    <DescriptionList
      columns={2}
      items={[
        { key: "on", label: t("field.on"), value: on },
        ...names.map((name) => ({
          key: name,
          label: t(`field.${name}`),
          value: named(name, typed[name] ?? ""),
        })),
      ]}
    />
  );
}
