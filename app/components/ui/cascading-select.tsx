import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ChoiceNode, flattenTree, pathTo, withChildren } from "./choice-tree";
import { controlProps, Field, type FieldFrame } from "./field";
import { FieldSet } from "./field-set";
import { useHydrated } from "./use-hydrated";

interface CascadingSelectProps extends FieldFrame {
  /** Names of the levels from the top, for the single selects. */
  levels: ReadonlyArray<string>;
  tree: ReadonlyArray<ChoiceNode>;
  defaultValue?: string;
  /** Answers `{ options: {value,label}[] }` to GET `${childrenUrl}?parent=…` for nodes without children. */
  childrenUrl?: string;
  placeholder?: string;
}

/**
 * One value out of a tree. Posts the deepest choice under `name`. Without scripts one long select
 * with indented levels; with them one select per level.
 */
export function CascadingSelect({
  levels,
  tree,
  defaultValue = "",
  childrenUrl,
  placeholder,
  ...frame
}: CascadingSelectProps) {
  const { t } = useTranslation("ui");
  const live = useHydrated();
  const empty = placeholder ?? t("options.choose");
  if (!live) {
    return (
      <Field {...frame}>
        {(control) => (
          <select {...control} defaultValue={defaultValue} className="control sm:max-w-md">
            <option value="">{empty}</option>
            {flattenTree(tree).map(({ node, depth }) => (
              <option key={node.value} value={node.value}>
                {`${"\u3000".repeat(depth)}${node.label}`}
              </option>
            ))}
          </select>
        )}
      </Field>
    );
  }
  return (
    <LevelSelects
      frame={frame}
      levels={levels}
      tree={tree}
      defaultValue={defaultValue}
      childrenUrl={childrenUrl}
      empty={empty}
    />
  );
}

interface LevelSelectsProps {
  frame: FieldFrame;
  levels: ReadonlyArray<string>;
  tree: ReadonlyArray<ChoiceNode>;
  defaultValue: string;
  childrenUrl?: string;
  empty: string;
}

function LevelSelects({
  frame,
  levels,
  tree,
  defaultValue,
  childrenUrl,
  empty,
}: LevelSelectsProps) {
  const [value, setValue] = useState(defaultValue);
  const [grown, setGrown] = useState(tree);
  const path = pathTo(grown, value);
  const deepest = path[path.length - 1];
  const missing =
    childrenUrl && deepest && deepest.children === undefined && path.length < levels.length;

  useEffect(() => {
    if (!missing) return;
    const abort = new AbortController();
    void fetchChildren(childrenUrl, deepest.value, abort.signal).then((children) => {
      if (!abort.signal.aborted) setGrown((now) => withChildren(now, deepest.value, children));
    });
    return () => abort.abort();
  }, [missing, childrenUrl, deepest]);

  const control = controlProps(frame);
  const options = [grown, ...path.map((node) => node.children ?? [])].slice(0, levels.length);
  return (
    <FieldSet {...frame}>
      <input type="hidden" name={frame.name} value={value} />
      <div className="grid gap-2 sm:grid-cols-3">
        {options.map((nodes, depth) =>
          nodes.length === 0 ? null : (
            <select
              key={levels[depth]}
              aria-label={levels[depth]}
              aria-invalid={control["aria-invalid"]}
              value={path[depth]?.value ?? ""}
              onChange={(event) =>
                // Clearing a level falls back to the one above.
                setValue(event.currentTarget.value || (path[depth - 1]?.value ?? ""))
              }
              className="control"
            >
              <option value="">{depth === 0 ? empty : levels[depth]}</option>
              {nodes.map((node) => (
                <option key={node.value} value={node.value}>
                  {node.label}
                </option>
              ))}
            </select>
          ),
        )}
      </div>
    </FieldSet>
  );
}

/** Children of a node; none when the answer is missing or strange, so the parent stays a valid choice. */
async function fetchChildren(
  url: string,
  parent: string,
  signal: AbortSignal,
): Promise<ReadonlyArray<ChoiceNode>> {
  try {
    const response = await fetch(`${url}?parent=${encodeURIComponent(parent)}`, { signal });
    const body: unknown = response.ok ? await response.json() : null;
    if (typeof body !== "object" || body === null || !("options" in body)) return [];
    return Array.isArray(body.options) ? body.options.filter(isNode) : [];
  } catch {
    return [];
  }
}

function isNode(value: unknown): value is ChoiceNode {
  return (
    typeof value === "object" &&
    value !== null &&
    "value" in value &&
    "label" in value &&
    typeof value.value === "string" &&
    typeof value.label === "string"
  );
}
