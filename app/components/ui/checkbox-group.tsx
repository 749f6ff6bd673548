import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "./choice";
import { cx } from "./class-names";
import { errorList, type FieldFrame, fieldId } from "./field";
import { FieldSet } from "./field-set";
import type { DescribedOption } from "./options";
import { useHydrated } from "./use-hydrated";

interface CheckboxGroupProps extends FieldFrame {
  options: ReadonlyArray<DescribedOption>;
  defaultValue?: ReadonlyArray<string>;
  columns?: 1 | 2 | 3;
  look?: "plain" | "cards";
}

const columnClass = {
  1: "",
  2: "sm:grid sm:grid-cols-2 sm:gap-x-6",
  3: "sm:grid sm:grid-cols-2 lg:grid-cols-3 sm:gap-x-6",
};
const searchableFrom = 16;

/** Several of several; posts `name` once per ticked value. Long lists get a filter box. */
export function CheckboxGroup({
  options,
  defaultValue = [],
  columns = 1,
  look = "plain",
  ...frame
}: CheckboxGroupProps) {
  const id = frame.id ?? fieldId(frame.name);
  const [wanted, setWanted] = useState("");
  const invalid = errorList(frame.error).length > 0;
  const long = options.length >= searchableFrom;
  const matches = (label: string) => label.toLowerCase().includes(wanted.trim().toLowerCase());
  return (
    <FieldSet {...frame}>
      {long && <OptionFilter value={wanted} onChange={setWanted} />}
      <div
        className={cx(
          look === "cards" ? "space-y-2 sm:space-y-0 sm:grid sm:gap-2" : "",
          columnClass[columns],
          long && "max-h-72 overflow-y-auto rounded-md border border-line bg-surface px-3 py-1.5",
        )}
        {...(long ? { tabIndex: 0, role: "group", "aria-labelledby": `${id}-legend` } : {})}
      >
        {options.map((option) => (
          // Hidden, not removed: a ticked value that is filtered away must still be posted.
          <div key={option.value} hidden={wanted !== "" && !matches(option.label)}>
            <Choice
              kind="checkbox"
              id={`${id}-${option.value}`}
              name={frame.name}
              value={option.value}
              label={option.label}
              hint={option.hint}
              disabled={option.disabled}
              defaultChecked={defaultValue.includes(option.value)}
              invalid={invalid}
              look={look}
            />
          </div>
        ))}
      </div>
    </FieldSet>
  );
}

function OptionFilter({ value, onChange }: { value: string; onChange: (next: string) => void }) {
  const { t } = useTranslation("ui");
  const id = useId();
  if (!useHydrated()) return null;
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {t("options.filter")}
      </label>
      <input
        id={id}
        type="search"
        value={value}
        placeholder={t("options.filter")}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter here means "filter", never "submit the form".
          if (event.key === "Enter") event.preventDefault();
        }}
        className="control"
      />
    </div>
  );
}
