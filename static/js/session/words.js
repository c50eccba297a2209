// Sentences and numbers in the language of the page, which brings them in the data attributes of an element.
const language = document.documentElement.lang || "en";
const format = new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false });

// The sentence of that name; `%(count)s` and the like are filled in, and one thing may have a sentence of its own.
export function words(element, name, values = {}) {
  const text = (values.count === 1 && element.dataset[`${name}One`]) || element.dataset[name] || "";
  return text.replace(/%\((\w+)\)s/g, (_, key) => values[key]);
}

export function shown(number) {
  return format.format(number);
}

// 22.5 from "22.5" and "22,5"; NaN for what is no number.
export function read(text) {
  const trimmed = text.trim();
  return trimmed === "" ? null : Number(trimmed.replace(",", "."));
}

export function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
