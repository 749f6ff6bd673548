import { describe, expect, it } from "vitest";
import { type ChoiceNode, flattenTree, pathTo, withChildren } from "./choice-tree";

const tree: ChoiceNode[] = [
  {
    value: "37",
    label: "甲",
    children: [{ value: "3701", label: "乙", children: [{ value: "370102", label: "丙" }] }],
  },
  { value: "11", label: "丁" },
];

describe("choice tree", () => {
  it("finds the way down to a value", () => {
    expect(pathTo(tree, "370102").map((node) => node.value)).toEqual(["37", "3701", "370102"]);
    expect(pathTo(tree, "37").map((node) => node.value)).toEqual(["37"]);
    expect(pathTo(tree, "99")).toEqual([]);
  });
  it("flattens parents before children", () => {
    expect(flattenTree(tree).map(({ node, depth }) => `${depth}${node.value}`)).toEqual([
      "037",
      "13701",
      "2370102",
      "011",
    ]);
  });
  it("adds children without touching the rest", () => {
    const grown = withChildren(tree, "11", [{ value: "1101", label: "戊" }]);
    expect(pathTo(grown, "1101").map((node) => node.value)).toEqual(["11", "1101"]);
    expect(pathTo(tree, "1101")).toEqual([]);
    expect(grown[0]).toEqual(tree[0]);
  });
});
