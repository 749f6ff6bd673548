/**
 * Words that every listing may contain. In a large catalogue their document frequency already makes
 * them worthless; in a small one only this list keeps them out of queries and explanations.
 */
const GENERIC = new Set(
  (
    "一种 基于 用于 面向 方法 系统 技术 研究 应用 及其 制备 装置 设备 产品 项目 企业 公司 需求 问题 解决 进行 具有 采用 " +
    "提供 实现 提高 提升 降低 改进 优化 开发 研发 设计 生产 加工 制造 制作 工艺 材料 关键 核心 新型 高效 相关 主要 目前 " +
    "现有 希望 要求 能够 可以 需要 通过 利用 以及 其中 并且 同时 或者 达到 满足 包括 进一步 方面 领域 方案 结构 功能 " +
    "性能 质量 成本 效果 特点 优点 成果 发明 专利 产业化 推广 市场 国内 国外 我国 公开 涉及 步骤 一定 不同 较高 " +
    "寻求 寻找 征集 以上 以下 左右 不低于 不小于 不少于 不超过 不大于 大于 小于 拟 期望 合作方 团队 " +
    "有效 良好 广泛 使用 作用 过程 情况 条件 工作 专业 行业 合作 转让 我们 他们 这种 该 本 与 和 及 或 的 在 对 为 中 上 下 " +
    "the of and for a an in to with by on is are based using method system device technology"
  ).split(" "),
);

export function isGenericWord(word: string): boolean {
  return GENERIC.has(word);
}
