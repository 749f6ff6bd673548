import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { FieldSet } from "~/components/ui/field-set";
import { useHydrated } from "~/components/ui/use-hydrated";
import { useStepForm } from "./step-form";

type Row = { key: number; stored: number | null };

/**
 * Rows of a table in a form. With scripts rows come and go in place; without, the two buttons post
 * the form, which is saved and shown again with a row more or less. A row left blank is not stored.
 */
export function RowEditor({
  name,
  label,
  hint,
  max,
  children,
}: {
  name: string;
  label: string;
  hint?: ReactNode;
  max: number;
  /** Fields of the row whose names start with `prefix`, such as "advantages[0]". */
  children: (prefix: string, values: Record<string, string>) => ReactNode;
}) {
  const { t } = useTranslation("catalogue");
  const form = useStepForm();
  const stored = form.rows(name);
  const live = useHydrated();
  const nextKey = useRef(stored.length + 1);
  const box = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState<Row[]>(() => {
    const shown: Row[] = stored.map((_, index) => ({ key: index, stored: index }));
    return shown.length < max ? [...shown, { key: stored.length, stored: null }] : shown;
  });
  const [changes, setChanges] = useState(0);

  useEffect(() => {
    if (changes === 0) return;
    // The form saves itself on input; a row that went away is input too.
    box.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [changes]);

  const add = () => {
    setRows((now) => [...now, { key: nextKey.current++, stored: null }]);
  };
  const remove = (key: number) => {
    setRows((now) => now.filter((row) => row.key !== key));
    setChanges((count) => count + 1);
    box.current?.focus();
  };

  return (
    <FieldSet name={name} label={label} hint={hint} error={form.error(name)}>
      <div ref={box} tabIndex={-1} className="space-y-3">
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useSemanticElements: the outer fieldset carries the legend
          <div
            key={row.key}
            role="group"
            aria-label={t("row.group", { number: index + 1 })}
            className="rounded-md border border-line bg-canvas p-3"
          >
            {children(`${name}[${index}]`, row.stored === null ? {} : (stored[row.stored] ?? {}))}
            {(rows.length > 1 || row.stored !== null) && (
              <div className="mt-2 flex justify-end">
                <Button
                  type="submit"
                  name="intent"
                  value={`remove:${name}:${index}`}
                  variant="quiet"
                  size="sm"
                  icon="trash"
                  onClick={(event) => {
                    if (!live) return;
                    event.preventDefault();
                    remove(row.key);
                  }}
                >
                  {t("row.remove", { number: index + 1 })}
                </Button>
              </div>
            )}
          </div>
        ))}
        {rows.length < max && (
          <Button
            type="submit"
            name="intent"
            value="add-row"
            size="sm"
            icon="plus"
            onClick={(event) => {
              if (!live) return;
              event.preventDefault();
              add();
            }}
          >
            {t("row.add")}
          </Button>
        )}
      </div>
    </FieldSet>
  );
}
