/** Tables for a terminal. */

/** How many columns a terminal gives to a text; wide characters (CJK, emoji) take two. @param {string} text */
const columns = (text) => [...text].reduce((sum, one) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u.test(one) ? 2 : 1), 0);

/** A text on one line, cut to a width. @param {string} text @param {number} width */
export function cut(text, width) {
  const line = text.replace(/\s+/g, " ").trim();
  if (columns(line) <= width) return line;
  const kept = [...line];
  while (columns(kept.join("")) > width - 1) kept.pop();
  return `${kept.join("")}…`;
}

/**
 * Rows as aligned lines, with a rule under the head. A row of one cell is a remark, and as long as it likes.
 * @param {string[]} head @param {string[][]} rows @returns {string}
 */
export function table(head, rows) {
  const aligned = [head, ...rows.filter((row) => row.length > 1)];
  const widths = head.map((_, index) => Math.max(...aligned.map((row) => columns(row[index] ?? ""))));
  const pad = (/** @type {string} */ cell, /** @type {number} */ index) => cell + " ".repeat(Math.max(0, (widths[index] ?? 0) - columns(cell)));
  const line = (/** @type {string[]} */ row) => row.map(pad).join("  ").trimEnd();
  return [line(head), widths.map((width) => "─".repeat(width)).join("  "), ...rows.map(line)].join("\n");
}
