export interface ChoiceNode {
  value: string;
  label: string;
  children?: ReadonlyArray<ChoiceNode>;
}

/** Nodes from the top down to a value; empty when the value is not in the tree. */
export function pathTo(tree: ReadonlyArray<ChoiceNode>, value: string): ReadonlyArray<ChoiceNode> {
  for (const node of tree) {
    if (node.value === value) return [node];
    const below = pathTo(node.children ?? [], value);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}

/** Every node with its depth, parents first: the order of a flat list. */
export function flattenTree(
  tree: ReadonlyArray<ChoiceNode>,
  depth = 0,
): ReadonlyArray<{ node: ChoiceNode; depth: number }> {
  return tree.flatMap((node) => [{ node, depth }, ...flattenTree(node.children ?? [], depth + 1)]);
}

/** The same tree with other children under one node. */
export function withChildren(
  tree: ReadonlyArray<ChoiceNode>,
  value: string,
  children: ReadonlyArray<ChoiceNode>,
): ReadonlyArray<ChoiceNode> {
  return tree.map((node) => {
    if (node.value === value) return { ...node, children };
    return node.children
      ? { ...node, children: withChildren(node.children, value, children) }
      : node;
  });
}
