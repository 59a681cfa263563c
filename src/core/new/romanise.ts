import { readingsOf } from '../terms/pinyin.ts';

/**
 * Characters whose usual reading is not the first by the alphabet, by that reading: the order in which CLDR sorts them
 * (Unicode-3.0), but for 地 and 长, which titles have mostly as `di` and `chang`.
 */
const USUAL =
  'bei棓 bi臂 bo伯剥擘鲌 chan孱掺 chen梣 cheng称 chi尺 chui圌 chuo绰 dan单 dang铛 di坻地 du读 dun镦 fu佛艴 guo聒 ha蛤 han扞虷 he合纥 heng珩 hong唝硔 hun珲 ji堲 jia伽夹戛贾 jie芥诘 jing颈 jiong炅 jiu氿 ju句 jue嚼觉 ka咖 kai楷 kan槛阚 kang扛 keng吭 kui傀溃 le饹 lei肋 lian浰 liao橑潦 lie峛 lu碌陆露 lun纶 luo络落 lv捋绿 mai唛 mi宓泌秘糜 ming蓂 mo嬷抹摩 mou缪 nai佴耏 nan南 nong弄 o哦 pang胖 pao刨炮 pi辟陂 piao蔈 ping屏 po桲泊迫 pu曝朴瀑脯 qi奇期 qia袷 qiang强 qing綮 qu区岨 quan圈 que炔雀 ruo婼 sha刹嗄 shan杉膻 shen棽 sheng盛 shi匙拾石酾 shu熟 shuo说 si似 suo缩 ta阘鿎 tan覃 tang埫 tao焘 teng螣 ti提 ting町铤 tuo柁驮 wan万 wei廆隗 wo涡 wu无 xi系釐 xia叚吓呷 xian孅纤 xiang巷 xiao校 xing行饧 xiong芎 xu嘘戌欻 xue削噱血 xun荨 yan掞烻腌阏 yang玚 yao滧 ye叶 yin殷硍窨龈 yong涌 yuan妧 yue约 yun熨筠 zan攒酂 zha喳扎栅 zhan粘辗 zhao召 zhe折着 zhi峙徵殖豸 zhong种重 zhou婤碡 zhu柷 zhui椎 zi仔兹 zong综 zu卒菹 zuo嘬琢酢';

/** Words in which a character is read otherwise. */
const WORDS: ReadonlyMap<string, string> = new Map(
  (
    '银行yin-hang 行业hang-ye 行情hang-qing 行列hang-lie 同行tong-hang 央行yang-hang 重庆chong-qing 重新chong-xin 重复chong-fu ' +
    '重建chong-jian 重启chong-qi 重返chong-fan 成都cheng-du 首都shou-du 都市du-shi 增长zeng-zhang 成长cheng-zhang 生长sheng-zhang ' +
    '市长shi-zhang 校长xiao-zhang 部长bu-zhang 省长sheng-zhang 县长xian-zhang 局长ju-zhang 家长jia-zhang 会长hui-zhang 董事长dong-shi-zhang ' +
    '会计kuai-ji 音乐yin-yue 乐队yue-dui 乐器yue-qi 调整tiao-zheng 调节tiao-jie 空调kong-tiao 目的mu-di 的确di-que 归还gui-huan ' +
    '还原huan-yuan 偿还chang-huan 了解liao-jie 角色jue-se 西藏xi-zang 宝藏bao-zang 自传zi-zhuan 传记zhuan-ji 朝阳chao-yang 薄弱bo-ruo ' +
    '参差cen-ci 出差chu-chai 差异cha-yi 便宜pian-yi 子弹zi-dan 弹性tan-xing 高兴gao-xing 兴趣xing-qu 中奖zhong-jiang 单于chan-yu ' +
    '睡觉shui-jiao 厦门xia-men 大厦da-sha 长沙chang-sha 六安lu-an 蚌埠beng-bu 台州tai-zhou 丽水li-shui 牡丹mu-dan 反省fan-xing'
  )
    .split(' ')
    .map(entry => [/^\P{ASCII}+/u.exec(entry)?.[0] ?? '', entry.replace(/^\P{ASCII}+/u, '')] as const),
);
const LONGEST = 3;

let usual: ReadonlyMap<string, string> | undefined;

const usualReadings = (): ReadonlyMap<string, string> =>
  new Map(
    USUAL.split(' ').flatMap(group => {
      const reading = /^[a-z]+/.exec(group)?.[0] ?? '';
      return Array.from(group.slice(reading.length), char => [char, reading] as const);
    }),
  );

/**
 * A text in letters that every address can have: Hanzi in pinyin without tones (`v` for ü), a hyphen between syllables
 * and words, the rest in lower case without accents. Of what has no letters nothing is left.
 */
export function romanise(text: string): string {
  usual ??= usualReadings();
  const chars = Array.from(text.normalize('NFKC'));
  let result = '';
  for (let at = 0; at < chars.length;) {
    const word = wordAt(chars, at);
    const char = chars[at] ?? '';
    const reading = word ? WORDS.get(word) : (usual.get(char) ?? readingsOf(char)[0]);
    result += reading === undefined ? char : ` ${reading} `;
    at += word ? Array.from(word).length : 1;
  }
  return result
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

function wordAt(chars: readonly string[], at: number): string | undefined {
  for (let length = LONGEST; length > 1; length--) {
    const word = chars.slice(at, at + length).join('');
    if (WORDS.has(word)) return word;
  }
  return undefined;
}
