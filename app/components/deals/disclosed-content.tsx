import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/components/ui/description-list";
import type { DisclosedGroup } from "~/domain/deals/disclosure-view";

/** The lines of one disclosed section. */
export function DisclosedContent({ groups }: { groups: readonly DisclosedGroup[] }) {
  const { t } = useTranslation("deals");
  if (groups.length === 0) return <p className="text-muted">{t("disclosure.empty")}</p>;
  return (
    <div className="grid gap-5">
      {groups.map((lines, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: read once, never reordered
        <div key={index} className="border-b border-line/70 pb-4 last:border-b-0 last:pb-0">
          {lines.length === 1 && lines[0]?.label === "text" ? (
            <p className="prose-text whitespace-pre-wrap">{lines[0].text}</p>
          ) : (
            <DescriptionList
              items={lines.map((line) => ({
                label: t(`disclosure.fields.${line.label}`),
                value: (
                  <span className="whitespace-pre-wrap">
                    {line.code ? t(`disclosure.values.${line.code}`) : line.text}
                  </span>
                ),
              }))}
            />
          )}
        </div>
      ))}
    </div>
  );
}
