/** Version of the text; a new wording gets a new one, and acceptances of the old no longer open anything. */
export const NDA_VERSION = "2026-11";

/** Facts of the room that the undertaking names. */
export type NdaParties = { number: number; title: string; supply: string; demand: string };

/**
 * The non-disclosure undertaking of one person towards both sides of a room, in Chinese: the text that
 * is accepted, hashed and kept. The market's own wording; duties as in Civil Code arts. 501 and 509,
 * trade secrets as in Anti-Unfair Competition Law art. 10 (2025).
 */
export function ndaText({ number, title, supply, demand }: NdaParties): string {
  return [
    `交易室第 ${number} 号保密承诺（${NDA_VERSION} 版）`,
    "",
    `项目：${title}`,
    `供给方：${supply}`,
    `需求方：${demand}`,
    "",
    "本人为洽谈上述项目进入交易室，向供给方和需求方承诺：",
    "",
    "一、保密内容。在本交易室中向本人指名开放的章节、文件及其中的技术信息和经营信息，无论以何种形式呈现，均为保密信息。下列信息除外：开放前已为公众所知的；本人开放前已合法掌握且能够证明的；此后从有权披露的第三方合法取得的；由本人或本单位独立研发得出且能够证明的。",
    "二、用途。保密信息只用于评估和洽谈上述项目、订立和履行由此产生的合同，不作他用，不据此申请专利或主张其他权利，不对样品、软件或数据作反向工程。",
    "三、知悉范围。本人不向未在交易室内获得同一内容授权的人披露保密信息，包括本单位的其他人员。确需他人了解的，请披露方在交易室内向该人开放。",
    "四、保管。本人不拍照、录屏、抄录或另行传播开放的内容；下载的文件由本人妥善保管。本人知悉每次查看都附有姓名、时间和交易室编号的水印，并留下双方均可查阅的记录。",
    "五、收回。披露方可以随时收回开放。收回、期限届满或洽谈结束后，本人不再使用保密信息，并按披露方要求返还或销毁所持文件及其复制件；依法或依合同须留存的除外。",
    "六、期限。保密义务自本人确认之日起五年；其中构成商业秘密的，持续至其依法公开之日。洽谈未达成合同的，义务不因此终止。",
    "七、法定披露。依法律、法规或司法、行政机关要求必须披露的，本人在法律允许的范围内事先告知披露方，并只披露必要部分。",
    "八、责任。本人违反承诺造成损失的，依法承担赔偿责任；本人系代表单位参加的，本承诺同时约束该单位。",
    "九、其他。本承诺不转让、不许可任何知识产权，也不使任何一方负有订立合同的义务。双方另行签订保密协议的，以约定更严格的为准。",
  ].join("\n");
}
