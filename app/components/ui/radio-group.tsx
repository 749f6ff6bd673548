import { Choice } from "./choice";
import { cx } from "./class-names";
import { errorList, type FieldFrame, fieldId } from "./field";
import { FieldSet } from "./field-set";
import type { DescribedOption } from "./options";

interface RadioGroupProps extends FieldFrame {
  options: ReadonlyArray<DescribedOption>;
  defaultValue?: string;
  /** "inline" for two or three short answers, "cards" for choices that need explaining. */
  look?: "plain" | "inline" | "cards";
}

/** One of several; posts `name` with the chosen value. */
export function RadioGroup({ options, defaultValue, look = "plain", ...frame }: RadioGroupProps) {
  const id = frame.id ?? fieldId(frame.name);
  const invalid = errorList(frame.error).length > 0;
  return (
    <FieldSet {...frame}>
      <div
        className={cx(
          look === "inline" && "flex flex-wrap gap-x-6",
          look === "cards" && "grid gap-2 sm:grid-cols-2",
        )}
      >
        {options.map((option) => (
          <Choice
            key={option.value}
            kind="radio"
            id={`${id}-${option.value}`}
            name={frame.name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            disabled={option.disabled}
            defaultChecked={option.value === defaultValue}
            invalid={invalid}
            look={look === "cards" ? "cards" : "plain"}
          />
        ))}
      </div>
    </FieldSet>
  );
}
