import { useTranslation } from "react-i18next";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";

/** Of a form about one bid: which, and the reason that is recorded. `id` tells forms of a page apart. */
export function useBidWithReason({
  id,
  bids,
  errorAt,
  valueAt,
}: {
  id: string;
  bids: readonly { id: string; organisation: string }[];
  errorAt: (name: string) => string | undefined;
  valueAt: (name: string) => string;
}) {
  const { t } = useTranslation("tenders");
  return {
    bid: (
      <Select
        id={`field-${id}-bid`}
        name="bidId"
        label={t("office.bid")}
        options={bids.map((one) => ({ value: one.id, label: one.organisation }))}
        placeholder={t("edit.choose")}
        width="medium"
        required
        defaultValue={valueAt("bidId")}
        error={errorAt("bidId")}
      />
    ),
    reason: (
      <Textarea
        id={`field-${id}-note`}
        name="note"
        label={t("desk.note")}
        rows={3}
        maxLength={1000}
        required
        defaultValue={valueAt("note")}
        error={errorAt("note")}
      />
    ),
  };
}
