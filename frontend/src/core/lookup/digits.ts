// Long numbers however they are grouped: 4008208820 and 400-820-8820, 02055500142 and (020) 5550 0142, 1500 and 1,500.
import type { Corpus } from "./corpus.js";
import { isDigit } from "./edges.js";
import type { Hits } from "./hits.js";

const GROUPED = /^(?:\p{Sc} ?|\+)?[\d\s().,/-]+$/u;
/** From so many digits on a number is found by how it begins. */
const BEGINS = 5;
const LEAST = 3;

/** The digits of a term that is one number, however grouped; "" for other terms. */
export function digitsOf(term: string): string {
  const digits = GROUPED.test(term) ? term.replace(/\D/g, "") : "";
  return digits.length >= LEAST ? digits : "";
}

/** Note the lines in which a number or its groups have these digits from the beginning of a group on. */
export function scanDigits(corpus: Corpus, hits: Hits, digits: string, lane: number): void {
  const { places, units } = corpus;
  const typed = Array.from(digits, (digit) => digit.charCodeAt(0));
  for (const start of places.of(typed[0]!)) {
    if (isDigit(units[start - 1])) continue;
    let at = start;
    let fits = 0;
    while (fits < typed.length) {
      if (units[at] === typed[fits]) {
        at++;
        fits++;
      } else {
        const next = groupAt(units, at);
        if (next < 0 || fits === 0) break;
        at = next;
      }
    }
    if (fits < typed.length) continue;
    // What is short must be a whole number: 150 is neither in 1505 nor in 150.5.
    const on = isDigit(units[at]) || (isPoint(units[at]) && isDigit(units[at + 1]));
    if (!on || digits.length >= BEGINS) hits.offer(start, at - start, lane);
  }
}

/** Where the next group of digits begins, behind one or two signs that set groups apart; -1 where none does. */
function groupAt(units: Uint16Array, at: number): number {
  for (let next = at; next < at + 2; next++) {
    if (!isGap(units[next])) return -1;
    if (isDigit(units[next + 1])) return next + 1;
  }
  return -1;
}

function isPoint(unit: number | undefined): boolean {
  return unit === 46 || unit === 58;
}

function isGap(unit: number | undefined): boolean {
  return unit !== undefined && " ()-,\u2010\u2011\u2012\u2013".includes(String.fromCharCode(unit));
}
