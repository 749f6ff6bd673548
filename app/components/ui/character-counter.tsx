import { useTranslation } from "react-i18next";
import { cx } from "./class-names";
import { useHydrated } from "./use-hydrated";

interface CharacterCounterProps {
  id: string;
  count: number;
  max: number;
}

/** "12 / 60"; without client code only the limit, because a count would go stale while typing. */
export function CharacterCounter({ id, count, max }: CharacterCounterProps) {
  const { t } = useTranslation("ui");
  const live = useHydrated();
  const over = count > max;
  const near = count >= max * 0.9;
  if (!live) {
    return (
      <p id={`${id}-count`} className="ml-auto shrink-0 text-xs text-muted">
        {t("field.limit", { max })}
      </p>
    );
  }
  return (
    <p
      id={`${id}-count`}
      className={cx(
        "tabular ml-auto shrink-0 text-xs",
        over ? "font-medium text-danger-600" : near ? "text-accent-700" : "text-muted",
      )}
    >
      <span aria-hidden="true">
        {over ? t("field.over", { count: count - max, max }) : `${count} / ${max}`}
      </span>
      {/* Spoken only near the limit: a count on every key press would drown the text. */}
      <span role="status" className="sr-only">
        {over
          ? t("field.over", { count: count - max, max })
          : near
            ? t("field.left", { count: max - count })
            : ""}
      </span>
    </p>
  );
}
