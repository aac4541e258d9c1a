// The wire as the extension's own pages see it. The truth is `crate/src/wire.rs` and the types it names; this file
// holds no more than what the pages use.

export type Request =
  | { ask: "assess"; video: Partial<Video> }
  | { ask: "assess_all"; videos: Partial<Video>[] }
  | { ask: "settings_table" }
  | { ask: "rule_catalogue" }
  | { ask: "sensitivities" }
  | { ask: "support" }
  | ({ ask: "check_settings" } & Held)
  | ({ ask: "check_pack" } & Pick<PackFiles, "name" | "files">)
  | { ask: "count"; number: number };

export type PageRequest =
  | { ask: "report" }
  | { ask: "held" }
  | { ask: "show"; id: string }
  | { ask: "pause"; paused: boolean }
  | { ask: "key"; command: string };

export interface Held { stored: Record<string, unknown>; mutes: unknown[]; packs: unknown[]; managed: string[] }

export type Value = boolean | number | string;

export interface Row {
  key: string;
  section: string;
  icon: string;
  kind: "toggle" | "choice" | "country" | "number";
  default?: Value;
  options?: string[];
  min?: number;
  max?: number;
}

export interface Mute { kind: "creator" | "rule" | "video"; site: string; id: string; name: string }

export interface Checked {
  values: Record<string, Value>;
  refused: string[];
  unknown: string[];
  locked: string[];
  mutes: Mute[];
  mutes_refused: number;
  packs: PackFiles[];
  packs_refused: number;
}

export interface PackFiles { name: string; on: boolean; files: Record<string, string> }

export interface Problem {
  file: string;
  line: number;
  message: string;
  /** Set where a rule does not keep its own example. */
  breach?: { example: string; reason: string; found: string[] };
}

export interface PackCheck { rules: number; examples: number; problems: Problem[] }

/** How the last step between this device and the carried store went. */
export interface Synced { stamp: number; at: number; left_out: number; fault?: string }

export type Field = "title" | "description" | "hashtags" | "captions" | "creator_name" | "handle" | "bio";

export interface Video {
  id: string;
  title: string;
  description: string;
  hashtags: string[];
  captions: { start: number; end: number; text: string }[];
  captions_from: "file" | "cache" | "text_track" | "transcript" | "rendered" | "page_data" | null;
  captions_language: string | null;
  transcript: string;
  creator: { name: string; handle: string; bio: string; bio_seen?: number | null };
  language: string | null;
  platform_note: string;
}

export interface Note {
  category: string;
  rule: string;
  field: Field;
  quote: string;
  at: number | null;
  before: string;
  after: string;
  weight: number;
}

export interface Stated { entry: string; country: string; field: Field; quote: string }

export interface Assessment {
  id: string;
  language: string | null;
  topic: boolean;
  state: "notes" | "nothing_matched" | "not_read" | "off_topic";
  notes: Note[];
  overruled: (Note & { guard: string })[];
  credential: { status: string; who: Stated | null; which: Stated | null; where: Stated | null };
  practices: Note[];
  categories: string[];
}

export interface RuleText {
  id: string;
  title: string;
  why: string;
  question: string;
  sources: { title: string; url: string }[];
}

export interface RuleEntry extends RuleText {
  pack: string;
  category: string;
  languages: string[];
  weight: number;
  flags: string[];
  passes: [string, string[]][];
}

/** A share, 0 to 1, with its 95 % interval. */
export interface Share { value: number; low: number; high: number }

export interface SensitivityEntry {
  sensitivity: "quiet" | "balanced" | "thorough";
  language: string;
  texts: number;
  precision: Share | null;
  recall: Share | null;
}

export interface Answer { assessment: Assessment; rules: RuleText[] }

export interface BadgePlace { visible: boolean; rect: [number, number, number, number] }

/** Why captions could not be had, or not all; names a message (`captions_warning_…`). */
export type CaptionsWarning = "translated" | "dubbed" | "unreachable" | "gone" | "unknown" | "cut" | "broken";

export interface Seen {
  video: Video;
  missed: Field[];
  assessment: Assessment | null;
  badge: BadgePlace | null;
  captions_warning: CaptionsWarning | null;
}

export interface SupportLine {
  name: string;
  display: string;
  dial: string;
  sms_to: string;
  sms_text: string;
  website: string;
  chat: boolean;
  hours: string;
  audience: string;
  region: string;
  checked: string;
  stale: boolean;
}

export interface Support { country: string; emergency: string[]; lines: SupportLine[]; elsewhere: string }

export interface Report {
  form: "wasm" | "javascript" | "";
  site: string;
  page_kind: string;
  videos: Seen[];
  settled: boolean;
  paused: boolean;
  errors: string[];
  fields: { field: Field; found: number; missed: number }[];
  trouble: string;
}
