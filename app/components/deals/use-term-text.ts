import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { type TermField, textKeyOf } from "~/domain/deals/terms-fields-rules";
import type { TermLabels } from "~/domain/deals/terms-view";
import { formatFen } from "~/domain/shared/money";
import type { terms } from "~/i18n/zh-CN/terms";

type FieldKey = keyof typeof terms.field;
type HintKey = keyof typeof terms.hint;
type ChoiceKey = "price_kind.LUMP_SUM";

/** Labels, hints and values of a term sheet's fields in the reader's language. */
export function useTermText(labels: TermLabels) {
  const { t, i18n } = useTranslation("terms");
  const label = useCallback(
    (path: string, column?: string) => t(`field.${textKeyOf(path, column) as FieldKey}`),
    [t],
  );
  const hint = useCallback(
    (path: string, column?: string) => {
      const key = textKeyOf(path, column);
      return i18n.exists(`terms:hint.${key}`) ? t(`hint.${key as HintKey}`) : undefined;
    },
    [t, i18n],
  );
  const choice = useCallback(
    (path: string, value: string, column?: string) =>
      t(`choice.${`${textKeyOf(path, column)}.${value}` as ChoiceKey}`),
    [t],
  );
  const value = useCallback(
    (field: TermField, raw: unknown, rows?: string): string => {
      if (raw === null || raw === undefined || raw === "") return "";
      switch (field.kind) {
        case "money":
          return formatFen(BigInt(String(raw)), i18n.language);
        case "percent":
          return `${Number(raw) / 100}%`;
        case "yes":
          return t(raw === true ? "value.yes" : "value.no");
        case "milestone":
          return t("value.milestone", { number: Number(raw) + 1 });
        case "category":
          return labels.categories[String(raw)] ?? String(raw);
        case "ipKind":
          return labels.ipKinds[String(raw)] ?? String(raw);
        case "broker":
          return labels.brokers[String(raw)] ?? "";
        case "choice":
          return rows ? choice(rows, String(raw), field.path) : choice(field.path, String(raw));
        default:
          return String(raw);
      }
    },
    [t, i18n.language, labels, choice],
  );
  /** A field by its name, such as "price.instalments[0].amountFen". */
  const nameLabel = useCallback(
    (name: string) => {
      const row = /^(.+)\[(\d+)\](?:\.(.+))?$/.exec(name);
      if (!row) return label(name);
      const [, path = "", index = "0", column] = row;
      const line = t("value.row", { number: Number(index) + 1 });
      return [label(path), line, column ? label(path, column) : ""].filter(Boolean).join(" · ");
    },
    [t, label],
  );
  return { label, hint, choice, value, nameLabel };
}
