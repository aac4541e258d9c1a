/**
 * Drawn thumbnails: a scene is a name and up to six colours. Nothing is copied from anywhere; add one by adding a
 * function that draws on a canvas of 320 by 180 (or 180 by 300 for a tall one).
 */

/** @type {[number, number]} */
const wide = [320, 180];
/** @type {[number, number]} */
const tall = [180, 300];

/** @typedef {[[number, number], (...colours: string[]) => string]} Scene the canvas, and what is drawn on it */

/** @type {Record<string, Scene>} */
const scenes = {
  bowl: [
    wide,
    (a, b, c, d, e) => `<rect width="320" height="180" fill="${a}"/>
      <ellipse cx="160" cy="150" rx="130" ry="18" fill="${d}" opacity=".5"/>
      <path d="M74 84h172c0 46-34 70-86 70s-86-24-86-70Z" fill="${b}"/><ellipse cx="160" cy="84" rx="86" ry="20" fill="${c}"/>
      <path d="M110 82c10-10 24-10 30 0M156 78c10-8 24-8 32 2M134 90c12-8 30-6 38 0" stroke="${e}" stroke-width="6" stroke-linecap="round" fill="none"/>`,
  ],
  bread: [
    wide,
    (a, b, c, d) => `<rect width="320" height="180" fill="${a}"/>
      <ellipse cx="160" cy="148" rx="110" ry="14" fill="${d}" opacity=".5"/>
      <path d="M76 112c0-38 38-58 84-58s84 20 84 58c0 22-30 34-84 34s-84-12-84-34Z" fill="${b}"/>
      <path d="M126 76c6 10 6 22 0 34M160 70c6 12 6 26 0 40M194 76c6 10 6 22 0 34" stroke="${c}" stroke-width="6" stroke-linecap="round" fill="none"/>`,
  ],
  castle: [
    wide,
    (a, b, c, d, e) => `<rect width="320" height="180" fill="${a}"/><circle cx="246" cy="48" r="20" fill="${e}"/>
      <path d="M96 180v-84h14v-16h14v16h18V60h14V46h14v14h14V46h14v14h14v36h18V80h14v16h14v84Z" fill="${c}"/>
      <path d="M164 180v-30a13 13 0 0 1 26 0v30Z" fill="${d}"/><path d="M118 116h8v14h-8ZM228 116h8v14h-8Z" fill="${b}"/>
      <path d="M0 168c60-16 90-10 150-6s110 4 170-8v26H0Z" fill="${d}"/>`,
  ],
  desk: [
    wide,
    (a, b, c, d, e) => `<rect width="320" height="180" fill="${a}"/><rect y="128" width="320" height="52" fill="${c}"/>
      <rect x="92" y="52" width="120" height="92" rx="4" fill="${b}" transform="rotate(-6 152 98)"/>
      <path d="m112 78 72-8M114 94l74-8M116 110l48-5" stroke="${d}" stroke-width="4" stroke-linecap="round"/>
      <path d="M238 96h36v34a12 12 0 0 1-12 12h-12a12 12 0 0 1-12-12Z" fill="${e}"/>
      <path d="M274 104c14 0 14 20 0 20" stroke="${e}" stroke-width="5" fill="none"/>
      <path d="M250 86c-4-8 4-12 0-20M262 86c-4-8 4-12 0-20" stroke="${b}" stroke-width="3" fill="none" opacity=".8"/>`,
  ],
  guitar: [
    wide,
    (a, b, c, d, e) => `<rect width="320" height="180" fill="${a}"/><rect y="146" width="320" height="34" fill="${d}"/>
      <g transform="rotate(-32 160 92)"><rect x="178" y="84" width="130" height="14" fill="${e}"/>
      <path d="M60 91c0-26 20-40 44-38 18 1 22 12 38 12s20-6 34-6c18 0 28 14 28 32s-10 32-28 32c-14 0-18-6-34-6s-20 11-38 12c-24 2-44-12-44-38Z" fill="${c}"/>
      <circle cx="150" cy="91" r="17" fill="${e}"/><path d="M86 76v30" stroke="${b}" stroke-width="7"/>
      <path d="M86 87h216M86 91h216M86 95h216" stroke="${a}" stroke-width="1"/></g>`,
  ],
  hills: [
    wide,
    (a, b, c, d) => `<rect width="320" height="180" fill="${a}"/><circle cx="232" cy="62" r="28" fill="${b}"/>
      <path d="M0 128c50-36 92-40 142-8s110 22 178-14v74H0Z" fill="${c}"/>
      <path d="M0 152c70-26 120-8 172-6s96-22 148-16v50H0Z" fill="${d}"/>`,
  ],
  lamp: [
    wide,
    (a, b, c, d, e, f) => `<rect width="320" height="180" fill="${a}"/><circle cx="72" cy="60" r="64" fill="${b}" opacity=".55"/>
      <path d="M50 74h44l-10-32H60Z" fill="${b}"/><path d="M72 74v106" stroke="${d}" stroke-width="4"/>
      <path d="M128 180c4-44 26-58 62-58s58 14 62 58Z" fill="${c}"/><path d="M178 100h24v24a12 12 0 0 1-24 0Z" fill="${e}"/>
      <ellipse cx="190" cy="76" rx="27" ry="33" fill="${e}"/>
      <path d="M160 78c-4-30 8-46 32-46s32 18 29 44c-6-8-8-16-10-22-16 4-36 2-42 0-4 8-6 16-9 24Z" fill="${f}"/>`,
  ],
  tall: [
    tall,
    (a, b, c, d, e, f) => `<rect width="180" height="300" fill="${a}"/><rect x="112" y="56" width="52" height="86" rx="5" fill="${b}"/>
      <path d="M138 56v86M112 99h52" stroke="${a}" stroke-width="3.5"/><path d="M0 268h180v32H0Z" fill="${d}" opacity=".6"/>
      <path d="M12 300c2-76 30-102 76-102s74 26 76 102Z" fill="${c}"/><path d="M74 172h28v28a14 14 0 0 1-28 0Z" fill="${e}"/>
      <ellipse cx="88" cy="140" rx="33" ry="41" fill="${e}"/>
      <path d="M50 152c-8-46 10-68 38-68s48 22 38 70c-4-6-4-32-16-42-15 7-40 7-48 3-7 10-7 26-12 37Z" fill="${f}"/>`,
  ],
  tallbowl: [
    tall,
    (a, b, c, d, e) => `<rect width="180" height="300" fill="${a}"/><ellipse cx="90" cy="214" rx="76" ry="14" fill="${d}" opacity=".5"/>
      <path d="M24 150h132c0 42-26 66-66 66s-66-24-66-66Z" fill="${b}"/><ellipse cx="90" cy="150" rx="66" ry="17" fill="${c}"/>
      <path d="M52 148c8-9 20-9 25 0M88 144c8-7 18-7 25 2M68 155c10-7 24-5 30 0" stroke="${e}" stroke-width="5" stroke-linecap="round" fill="none"/>
      <path d="M74 124c-5-11 5-16 0-28M104 124c-5-11 5-16 0-28" stroke="${b}" stroke-width="4" fill="none" opacity=".8"/>`,
  ],
  tallbread: [
    tall,
    (a, b, c, d) => `<rect width="180" height="300" fill="${a}"/><ellipse cx="90" cy="196" rx="72" ry="14" fill="${d}" opacity=".5"/>
      <path d="M26 160c0-38 28-58 64-58s64 20 64 58c0 22-20 34-64 34s-64-12-64-34Z" fill="${b}"/>
      <path d="M62 122c6 10 6 24 0 36M90 116c6 12 6 28 0 42M118 122c6 10 6 24 0 36" stroke="${c}" stroke-width="6" stroke-linecap="round" fill="none"/>`,
  ],
  tallhills: [
    tall,
    (a, b, c, d) => `<rect width="180" height="300" fill="${a}"/><circle cx="122" cy="112" r="26" fill="${b}"/>
      <path d="M0 196c40-40 70-30 100-6s52 18 80-10v120H0Z" fill="${c}"/>
      <path d="M0 232c40-26 70-8 100-6s50-18 80-12v86H0Z" fill="${d}"/>`,
  ],
  two: [
    wide,
    (a, b, c, d, e, f) => `<rect width="320" height="180" fill="${a}"/><rect y="142" width="320" height="38" fill="${d}"/>
      <path d="M34 170c2-40 20-54 52-54s50 14 52 54Z" fill="${c}"/><path d="M76 102h20v20a10 10 0 0 1-20 0Z" fill="${e}"/>
      <ellipse cx="86" cy="82" rx="23" ry="28" fill="${e}"/>
      <path d="M62 84c-6-30 6-42 26-42s28 14 22 38c-8-4-10-10-12-16-10 4-24 4-28 2-4 4-6 10-8 18Z" fill="${f}"/>
      <path d="M184 170c2-40 20-54 52-54s50 14 52 54Z" fill="${b}"/><path d="M226 102h20v20a10 10 0 0 1-20 0Z" fill="#a9745a"/>
      <ellipse cx="236" cy="82" rx="23" ry="28" fill="#a9745a"/>
      <path d="M212 78c0-26 10-36 26-36s24 12 22 34c-12-12-30-14-38-14-4 4-8 10-10 16Z" fill="#241c1a"/>`,
  ],
  window: [
    wide,
    (a, b, c, d, e, f) => `<rect width="320" height="180" fill="${a}"/><rect x="196" y="18" width="92" height="104" rx="6" fill="${b}"/>
      <path d="M242 18v104M196 70h92" stroke="${a}" stroke-width="5"/>
      <path d="M20 180c2-22 14-36 14-58M34 122c-16-6-22-20-18-34 14 4 22 18 18 34Zm0 0c12-8 14-22 8-34-12 8-14 20-8 34Z" stroke="${d}" stroke-width="3" fill="${d}"/>
      <path d="M74 180c4-40 30-54 66-54s62 14 66 54Z" fill="${c}"/><path d="M128 104h24v24a12 12 0 0 1-24 0Z" fill="${e}"/>
      <ellipse cx="140" cy="80" rx="28" ry="34" fill="${e}"/>
      <path d="M108 92c-6-38 8-56 32-56s40 18 32 58c-4-4-4-26-14-34-12 6-34 6-40 2-6 8-6 22-10 30Z" fill="${f}"/>`,
  ],
};

/** An SVG document of a scene: `["hills", "#cfdde2", …]`. @param {string[]} scene */
export function drawing([name = "", ...colours]) {
  const [[width, height], draw] = /** @type {Scene} */ (scenes[name]);
  const box = `viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMid slice"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 2}" height="${height * 2}" ${box}>${draw(...colours)}</svg>`;
}

/** An SVG document of a creator's avatar: the colour and the first letter. @param {import("./creators.mjs").Creator} creator */
export function avatar({ name, colour }) {
  const [letter] = /\p{L}/u.exec(name) ?? [""];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 48 48"><rect width="48" height="48" fill="${colour}"/>
    <text x="24" y="31" text-anchor="middle" font-family="system-ui, sans-serif" font-size="20" font-weight="500" fill="#fff">${letter}</text></svg>`;
}
