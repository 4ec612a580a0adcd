// What a checklist keeps on the device: one key a line, one for the shift, one each for the run that was finished last
// and the one that was left unfinished last.

import { begin, of, type Plan, type Run, runs, type Shift, type Tick } from "../core/checklist/shift.js";
import { signedBy } from "../profiles.js";
import { Shelf } from "../storage.js";

function texts(value: unknown, ...names: string[]): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    names.every((name) => typeof (value as Record<string, unknown>)[name] === "string")
  );
}

function isTick(value: unknown): value is Tick {
  return texts(value, "shift", "at", "by");
}

function isShift(value: unknown): value is Shift {
  if (!texts(value, "id", "began", "name")) return false;
  return value["end"] === undefined || texts(value["end"], "at", "by", "reason");
}

function isRun(value: unknown): value is Run {
  if (!texts(value, "revision") || !isShift(value["shift"]) || !Array.isArray(value["rows"])) return false;
  return value["rows"].every(
    (row: unknown) => texts(row, "section", "text") && (row["tick"] === undefined || isTick(row["tick"])),
  );
}

const ticks = new Shelf<Tick>("tick", isTick);
const shifts = new Shelf<Shift>("shift", isShift);
const past = new Shelf<Run>("run", isRun);

/** How many lines of a list are ticked in the shift that runs, and whether that is finished; undefined where none runs. */
export function underWay(name: string, plan: Plan): { readonly done: number; readonly finished: boolean } | undefined {
  const shift = shifts.get(name);
  const done = of(shift, new Map([...ticks.entries()].filter(([id]) => id.startsWith(`${name}#`))));
  if (!shift || !runs(shift, plan, done.values(), new Date())) return undefined;
  return { done: done.size, finished: shift.end !== undefined };
}

/** A line of a list, as it stands on the page. */
export interface Entry {
  readonly id: string;
  readonly section: string;
  readonly text: string;
}

type Undo = () => void;

/** What the device keeps of one checklist, read anew each time: another tab may have ticked. */
export class List {
  /** @param name what the list is kept under */
  constructor(
    private readonly name: string,
    private readonly plan: Plan,
    private readonly revision: string,
    private readonly lines: readonly Entry[],
  ) {}

  /** The shift that runs; undefined before its first tick. */
  get shift(): Shift | undefined {
    const kept = shifts.get(this.name);
    return kept && runs(kept, this.plan, this.ticked(kept).values(), new Date()) ? kept : undefined;
  }

  /** The ticks of a shift, by line. */
  ticked(shift: Shift | undefined): Map<string, Tick> {
    const all = new Map<string, Tick>();
    for (const { id } of this.lines) {
      const tick = ticks.get(id);
      if (tick) all.set(id, tick);
    }
    return of(shift, all);
  }

  /** A shift with the words of its lines and what is ticked of them. */
  run(shift: Shift): Run {
    const done = this.ticked(shift);
    const rows = this.lines.map(({ id, section, text }) => ({ section, text, tick: done.get(id) }));
    return { shift, revision: this.revision, rows };
  }

  /** The runs that are over: the one just left, the one finished last and the one left unfinished last. */
  get past(): Run[] {
    const now = this.shift;
    const known = new Set([now?.id]);
    const over = now ? [] : this.kept();
    return [...over, ...this.archived].filter(({ shift }) => !known.has(shift.id) && known.add(shift.id));
  }

  private get archived(): Run[] {
    return ["finished", "left"].flatMap((kind) => past.get(`${kind}:${this.name}`) ?? []);
  }

  private kept(): Run[] {
    const shift = shifts.get(this.name);
    const run = shift && this.run(shift);
    return run?.rows.some(({ tick }) => tick) ? [run] : [];
  }

  private archive(run: Run): void {
    past.set(`${run.shift.end ? "finished" : "left"}:${this.name}`, run);
  }

  /** The shift that runs; where none does, one that begins now with the given name. */
  begun(name: string): Shift {
    const running = this.shift;
    if (running) return running;
    this.clear();
    const shift = begin(new Date(), name);
    shifts.set(this.name, shift);
    return shift;
  }

  /** Make room for the next shift; what was done in the last one is put with those that are over. */
  clear(): void {
    for (const run of this.kept()) this.archive(run);
    shifts.delete(this.name);
    for (const { id } of this.lines) ticks.delete(id);
  }

  /** Tick a line, or take its tick away. */
  tick(id: string, shift: Shift, wanted: boolean): Undo {
    const before = ticks.get(id);
    if (wanted) ticks.set(id, { shift: shift.id, at: new Date().toISOString(), by: signedBy() });
    else ticks.delete(id);
    return () => {
      if (before?.shift === shift.id) ticks.set(id, before);
      else ticks.delete(id);
    };
  }

  /** Put a shift that was finished in the place of the one that ran. */
  finish(shift: Shift, done: Shift): Undo {
    const before = past.get(`finished:${this.name}`);
    shifts.set(this.name, done);
    this.archive(this.run(done));
    return () => {
      shifts.set(this.name, shift);
      if (before) this.archive(before);
      else past.delete(`finished:${this.name}`);
    };
  }
}
