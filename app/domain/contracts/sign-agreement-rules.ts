/**
 * What the parties agree on before they sign here. Under article 13, second paragraph, of the
 * Electronic Signature Law the parties may choose electronic signatures that meet conditions of
 * reliability of their own agreement; these are the conditions. The Chinese text is the agreement;
 * its version and hash are kept with every signature.
 */
export const AGREEMENT_VERSION = "2026-11";

/** The paragraphs of the agreement for one document. @param sha256 hash of the exact PDF, hex */
export function agreementParagraphs(sha256: string): string[] {
  return [
    `本约定依据《中华人民共和国电子签名法》第三条、第十三条第二款订立，适用于文件指纹（SHA-256）为 ${sha256} 的文件。`,
    "一、各方同意以数据电文形式订立本文件，并同意不因其采用数据电文形式而否认其法律效力。",
    "二、各方约定的可靠电子签名条件：签署人经实名核验；签署人在本平台具有所在单位授予的签署权限；签署人登录本人账号，阅读上述指纹对应的文件，并以动态口令或者发送至本人已验证邮箱、手机的一次性验证码再次确认。同时满足以上条件的确认，视为签署人在该文件上的签名。",
    "三、各方确认：账号密码、动态口令以及接收验证码的邮箱和手机由签署人专有，签署时仅由签署人控制；因保管不善造成的后果由该方承担，发现失控应立即告知其他各方和本平台。",
    "四、平台记录签署人、单位、签署时间、网络地址、验证方式和文件指纹，写入前后相连、不可暗改的记录链；最后一方签署后，平台以数字印章封存文件并附签署证据页。此后对签名或者文件内容的任何改动都可被发现。",
    "五、平台的数字印章证明文件自封存起未被改动，不是任何一方的签名或印章；除另行注明外，它不是由依法设立的电子认证服务提供者签发。",
    "六、任何一方在签署前均可改用纸质签署，或者改用依法设立的电子认证服务提供者认证的电子签名。",
  ];
}

/** The text whose SHA-256 is kept with the signature. */
export function agreementText(sha256: string): string {
  return [`版本 ${AGREEMENT_VERSION}`, ...agreementParagraphs(sha256)].join("\n");
}
