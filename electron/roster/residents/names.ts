// Names of invented residents: common surnames and given-name characters, drawn at random.
import { type Random, weighted } from "./random.ts";

const SURNAMES =
  "王80 李78 张72 刘50 陈34 杨32 赵31 马30 徐18 孙17 朱16 高16 郭15 何15 胡14 林8 罗10 梁8 宋9 郑7 谢9 韩10 唐10 冯9 于6 董9 程6 曹8 袁6 邓5 许7 傅3 沈4 曾3 彭4 吕7 苏6 卢4 蒋8 蔡8 贾8 丁7 魏12 薛7 叶4 阎4 潘5 杜7 戴4 夏4 钟2 汪6 田8 任7 姜5 范5 方4 石7 姚7 谭3 廖2 邹2 熊2 金4 陆3 郝5 孔2 白6 崔4 康5 毛5 邱3 秦5 江2 史4 顾3 侯5 邵3 孟4 龙2 万3 段4 雷3 钱3 汤3 尹4 易1 武4 乔3 贺4 赖1 龚1 文2 柴3 窦2 俞3 祁3 逯1 慕1 欧阳1 上官1";
const GIVEN_OF_MEN =
  "伟强军建国明华永福生文斌志刚俊杰浩宇德祥海龙鹏飞学平玉山成林兴旺天佑子轩泽宏亮勇涛超波辉晓东自立长寿";
const GIVEN_OF_WOMEN =
  "芳娟敏静秀英丽霞玉兰桂香红梅燕玲淑珍雪莲春花晓慧雅婷欣怡子涵雨萱梦瑶佳慧琴翠凤彩云月娥文瑞萍小莉艳丹菊";

const surname = weighted(
  SURNAMES.split(" ").map((entry) => {
    const name = entry.replace(/\d+$/, "");
    return [name, Number(entry.slice(name.length))] as const;
  }),
);

/** A name of two or three characters (four with a double surname). */
export function inventName(random: Random, woman: boolean): string {
  const characters = woman ? GIVEN_OF_WOMEN : GIVEN_OF_MEN;
  const first = characters.charAt(random.below(characters.length));
  const second = random.chance(0.82) ? characters.charAt(random.below(characters.length)) : "";
  return surname(random) + first + second;
}
