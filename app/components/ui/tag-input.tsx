import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./class-names";
import { type ControlProps, Field, type FieldFrame } from "./field";
import { Icon } from "./icon";
import { joinTags, splitTags } from "./tag-values";
import { useHydrated } from "./use-hydrated";

interface TagInputProps extends FieldFrame {
  defaultValue?: string | ReadonlyArray<string>;
  maxTags?: number;
  placeholder?: string;
  /** Known words offered while typing. */
  suggestions?: ReadonlyArray<string>;
}

/**
 * Free keywords. Posts ONE text under `name`, tags separated by "、"; without client code it is a
 * plain text field in which the same separators are typed.
 */
export function TagInput({
  defaultValue = "",
  maxTags,
  placeholder,
  suggestions,
  ...frame
}: TagInputProps) {
  const { t } = useTranslation("ui");
  const live = useHydrated();
  const initial = typeof defaultValue === "string" ? splitTags(defaultValue) : [...defaultValue];
  const hint = frame.hint ?? t(live ? "tags.hintLive" : "tags.hintPlain");
  return (
    <Field {...frame} hint={hint}>
      {(control) =>
        live ? (
          <TagEditor
            control={control}
            initial={initial}
            maxTags={maxTags}
            placeholder={placeholder}
            suggestions={suggestions}
          />
        ) : (
          <input
            type="text"
            {...control}
            defaultValue={joinTags(initial)}
            placeholder={placeholder}
            className="control"
          />
        )
      }
    </Field>
  );
}

interface TagEditorProps {
  control: ControlProps;
  initial: ReadonlyArray<string>;
  maxTags?: number;
  placeholder?: string;
  suggestions?: ReadonlyArray<string>;
}

function TagEditor({ control, initial, maxTags, placeholder, suggestions }: TagEditorProps) {
  const { t } = useTranslation("ui");
  const [tags, setTags] = useState<ReadonlyArray<string>>(initial);
  const [typed, setTyped] = useState("");
  const box = useRef<HTMLInputElement>(null);
  const { name, ...aria } = control;
  const full = maxTags !== undefined && tags.length >= maxTags;

  const commit = (text: string) => {
    const next = splitTags(joinTags([...tags, text]));
    setTags(maxTags === undefined ? next : next.slice(0, maxTags));
    setTyped("");
  };
  const remove = (tag: string) => {
    setTags(tags.filter((other) => other !== tag));
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // While an input method is composing, Enter belongs to it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && typed.trim() !== "") {
      event.preventDefault();
      commit(typed);
    }
    const last = tags[tags.length - 1];
    if (event.key === "Backspace" && typed === "" && last !== undefined) remove(last);
  };

  return (
    <div
      className="control flex flex-wrap items-center gap-1.5 !py-1.5 focus-within:border-brand-600 focus-within:shadow-[0_0_0_3px_var(--color-brand-200)]"
      aria-invalid={aria["aria-invalid"]}
    >
      <input type="hidden" name={name} value={joinTags(typed.trim() ? [...tags, typed] : tags)} />
      {tags.map((tag) => (
        <span
          key={tag}
          className="inline-flex items-center gap-1 rounded-sm bg-brand-50 py-0.5 pr-0.5 pl-2 text-sm text-brand-800"
        >
          {tag}
          <button
            type="button"
            onClick={() => remove(tag)}
            aria-label={t("tags.remove", { tag })}
            className="inline-flex size-6 items-center justify-center rounded-sm hover:bg-brand-100"
          >
            <Icon name="close" size={14} />
          </button>
        </span>
      ))}
      <input
        {...aria}
        ref={box}
        type="text"
        value={typed}
        placeholder={tags.length === 0 ? placeholder : undefined}
        disabled={full}
        list={suggestions ? `${aria.id}-list` : undefined}
        onChange={(event) => {
          const text = event.currentTarget.value;
          const composing =
            event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing;
          if (!composing && /[,,、;;]/.test(text)) commit(text);
          else setTyped(text);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => typed.trim() !== "" && commit(typed)}
        className={cx("min-w-24 flex-1 bg-transparent outline-none", full && "hidden")}
      />
      {suggestions && (
        <datalist id={`${aria.id}-list`}>
          {suggestions.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
      {maxTags !== undefined && (
        <span className="tabular ml-auto text-xs text-muted">
          {tags.length} / {maxTags}
        </span>
      )}
    </div>
  );
}
