import { Form } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./class-names";
import { Highlight } from "./highlight";
import { Icon } from "./icon";
import { type Suggestion, useSuggestions } from "./use-suggestions";

interface SearchBoxProps {
  /** Where the form goes (GET). */
  action: string;
  name?: string;
  defaultValue?: string;
  label: string;
  placeholder?: string;
  /** Answers `{ suggestions: Suggestion[] }` to GET `${suggestUrl}?q=…`; without it no suggestions. */
  suggestUrl?: string;
  size?: "md" | "lg";
  /** Other filters that a new search keeps. */
  hidden?: ReadonlyArray<{ name: string; value: string }>;
  /** A choice of what to search, posted beside the text. */
  scopes?: {
    name: string;
    label: string;
    options: ReadonlyArray<{ value: string; label: string }>;
    defaultValue?: string;
  };
  className?: string;
}

/** Search field: a GET form everywhere, an ARIA 1.2 combobox with suggestions where scripts run. */
export function SearchBox({
  action,
  name = "q",
  defaultValue = "",
  label,
  placeholder,
  suggestUrl,
  size = "md",
  hidden = [],
  scopes,
  className,
}: SearchBoxProps) {
  const { t } = useTranslation("ui");
  const id = useId();
  const listId = `${id}-list`;
  const combo = useSuggestions(suggestUrl);
  const tall = size === "lg" ? "min-h-13 text-lg" : "min-h-10";
  return (
    <Form
      method="get"
      action={action}
      role="search"
      className={cx("relative", className)}
      ref={combo.formRef}
    >
      {hidden.map((field) => (
        <input
          key={`${field.name}=${field.value}`}
          type="hidden"
          name={field.name}
          value={field.value}
        />
      ))}
      <div
        className={cx(
          "flex items-stretch rounded-md border border-line-strong bg-surface focus-within:border-brand-600 focus-within:shadow-[0_0_0_3px_var(--color-brand-200)]",
          tall,
        )}
      >
        {scopes && (
          <>
            <label htmlFor={`${id}-scope`} className="sr-only">
              {scopes.label}
            </label>
            <select
              id={`${id}-scope`}
              name={scopes.name}
              defaultValue={scopes.defaultValue}
              className="shrink-0 rounded-l-md border-r border-line bg-canvas px-3 text-base text-body"
            >
              {scopes.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </>
        )}
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <input
          id={id}
          key={defaultValue}
          type="search"
          name={name}
          defaultValue={defaultValue}
          placeholder={placeholder}
          autoComplete="off"
          enterKeyHint="search"
          className="min-w-0 flex-1 bg-transparent px-3 text-ink outline-none placeholder:text-faint"
          {...combo.inputProps(listId)}
        />
        <button
          type="submit"
          className={cx(
            "m-[-1px] inline-flex shrink-0 items-center gap-1.5 rounded-r-md bg-brand-600 text-white hover:bg-brand-700",
            size === "lg" ? "px-5 font-medium sm:px-7" : "px-4",
          )}
        >
          <Icon name="search" size={size === "lg" ? 20 : 18} />
          <span className={size === "lg" ? "max-sm:sr-only" : "sr-only"}>{t("search.submit")}</span>
        </button>
      </div>
      {combo.open && (
        <div
          id={listId}
          role="listbox"
          aria-label={t("search.suggestions")}
          className="absolute inset-x-0 top-full z-40 mt-1 overflow-hidden rounded-md border border-line bg-surface py-1 shadow-overlay"
        >
          {combo.suggestions.map((suggestion, index) => (
            <SuggestionRow
              key={`${suggestion.kind ?? ""}${suggestion.value}`}
              id={`${listId}-${index}`}
              suggestion={suggestion}
              active={index === combo.active}
              onChoose={() => combo.choose(index)}
            />
          ))}
        </div>
      )}
      <p role="status" className="sr-only">
        {combo.open ? t("search.suggestionCount", { count: combo.suggestions.length }) : ""}
      </p>
    </Form>
  );
}

interface SuggestionRowProps {
  id: string;
  suggestion: Suggestion;
  active: boolean;
  onChoose: () => void;
}

function SuggestionRow({ id, suggestion, active, onChoose }: SuggestionRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox input
    <div
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      // mousedown would take the focus out of the field before the click arrives
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={cx(
        "flex min-h-10 cursor-pointer items-center gap-3 px-3 py-1.5",
        active ? "bg-brand-50" : "hover:bg-canvas",
      )}
    >
      <Icon name="search" size={16} className="text-faint" />
      <span className="min-w-0 flex-1 truncate text-ink">
        {suggestion.segments ? (
          <Highlight segments={suggestion.segments} />
        ) : (
          (suggestion.label ?? suggestion.value)
        )}
      </span>
      {suggestion.kind && <span className="shrink-0 text-xs text-muted">{suggestion.kind}</span>}
    </div>
  );
}
