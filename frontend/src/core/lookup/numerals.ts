// Numbers as people type and write them: 3天 and 三天, 8点28 and 08:28, 70度 and 70℃, 25% and 百分之二十五.

const DIGITS = "零一二三四五六七八九";
const CHINESE = /[零〇一二两三四五六七八九十百千]+/g;
const UNITS: [RegExp, string[]][] = [
  [/(?<=\d|[一二两三四五六七八九十百])(?:度|℃|°c|摄氏度)/g, ["度", "℃", "摄氏度"]],
  [/(?<=\d|[一二两三四五六七八九十百])(?:分钟|分)(?!满|之)/g, ["分钟", "分"]],
  [/(?<=\d|[一二两三四五六七八九十百])(?:个小时|小时|钟头|个钟头)/g, ["小时", "个小时"]],
  [/(?<=\d|[一二两三四五六七八九十百])(?:天|日)/g, ["天", "日"]],
  [/(?<=\d|[一二两三四五六七八九十百])(?:个月|月)/g, ["个月", "月"]],
];
const HALVES: [RegExp, string[]][] = [
  [/(?<!\d)30分钟?/, ["半小时", "半个小时"]],
  [/半个?(?:小时|钟头)/, ["30分钟", "三十分钟", "半小时", "半个小时"]],
  [/(?<!\d)6个?月/, ["半年"]],
  [/半年/, ["6个月", "六个月"]],
];
const MOST = 12;

/** A Chinese numeral up to 9999 as a number: 两 is 2, 二十三 is 23, 一百零五 is 105. */
export function fromChinese(text: string): number {
  const digit = (c: string): number => (c === "两" ? 2 : c === "〇" ? 0 : DIGITS.indexOf(c));
  if (!/[十百千]/.test(text)) return Number([...text].map(digit).join(""));
  let total = 0;
  let last = -1;
  for (const c of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[c];
    if (unit) {
      total += (last < 0 ? 1 : last) * unit;
      last = 0;
    } else last = digit(c);
  }
  return total + Math.max(last, 0);
}

/** A number from 0 to 9999 as a Chinese numeral; undefined for others. */
export function toChinese(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return undefined;
  if (value < 10) return DIGITS[value];
  let text = "";
  let gap = false;
  for (const [unit, name] of [[1000, "千"], [100, "百"], [10, "十"], [1, ""]] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit) {
      text += (gap ? "零" : "") + DIGITS[digit] + name;
      gap = false;
    } else if (text) gap = true;
  }
  return text.replace(/^一十/, "十");
}

/** Other ways to write a folded term with a number in it, the term itself left out. */
export function otherNotations(term: string): string[] {
  if (term.length < 2 || !/[\d零〇一二两三四五六七八九十百半]/.test(term)) return [];
  const arabic = inParts(term).replace(CHINESE, (numeral) => String(fromChinese(numeral)));
  const written = arabic.replace(/\d+(?![\d:.])/g, (number) => toChinese(Number(number)) ?? number);
  const forms = new Set([...clocks(arabic), ...halves(term), ...halves(arabic), term, arabic, ...parts(arabic), written, counted(written)]);
  for (const form of [...forms]) {
    for (const [unit, names] of UNITS) for (const name of names) forms.add(form.replace(unit, name));
  }
  forms.delete(term);
  return [...forms].slice(0, MOST);
}

/** 30分钟 as 半小时, 6个月 as 半年, and back. */
function halves(text: string): string[] {
  return HALVES.filter(([pattern]) => pattern.test(text)).flatMap(([pattern, others]) => others.map((other) => text.replace(pattern, other)));
}

/** 二 before a counter is 两: 两天, 两步; but 二十, 十二, 第二. */
function counted(text: string): string {
  return text.replace(/(?<![十百第])二(?![十百零一二三四五六七八九]|$)/g, "两");
}

function clocks(term: string): string[] {
  const match = /^(.*?)(\d{1,2})[:点](?:(\d{1,2})分?)?(半?)(.*)$/.exec(term);
  if (!match) return [];
  const [, before = "", hour = "", minute, half, after = ""] = match;
  if (Number(hour) > 24) return [];
  const minutes = (half ? "30" : (minute ?? "00")).padStart(2, "0");
  const times = [`${hour.padStart(2, "0")}:${minutes}`, `${Number(hour)}:${minutes}`, `${Number(hour)}点${minutes}`];
  if (minutes === "00") times.push(`${Number(hour)}点`);
  return times.map((time) => before + time + after);
}

/** How lines of the same hour as a time of day begin it: 08: for 8:30. */
export function hourOf(term: string): string | undefined {
  const [, hour] = /^(\d{1,2})[:点]/.exec(term) ?? [];
  return hour && Number(hour) <= 24 ? `${hour.padStart(2, "0")}:` : undefined;
}

/** 百分之二十五 as 25%, 三分之一 as 1/3. */
function inParts(term: string): string {
  const number = (text: string): number => (/^\d/.test(text) ? Number(text) : fromChinese(text));
  return term.replace(/([零〇一二两三四五六七八九十百千]+|\d+)分之([零〇一二两三四五六七八九十百千]+|\d+)/g, (_, of: string, part: string) =>
    number(of) === 100 ? `${number(part)}%` : `${number(part)}/${number(of)}`,
  );
}

/** 25% as 百分之二十五, 1/3 as 三分之一. */
function parts(arabic: string): string[] {
  const chinese = (number: string): string => toChinese(Number(number)) ?? number;
  return [
    arabic.replace(/(\d+)%/g, (_, part: string) => `百分之${chinese(part)}`),
    arabic.replace(/(\d+)\/(\d+)/g, (_, part: string, of: string) => `${chinese(of)}分之${chinese(part)}`),
  ];
}
