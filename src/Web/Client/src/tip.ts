// The figures that follow the pointer. The table says the same to those who do not use one.

import type { TerritoryLine } from "./answers";

export interface TipWords {
  readonly accounts: string;
  readonly revenue: string;
  readonly balance: string;
  readonly vacant: string;
  readonly home: string;
}

export class Tip {
  readonly #box: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #words: TipWords;
  readonly #count: Intl.NumberFormat;
  readonly #percent: Intl.NumberFormat;
  readonly #culture: string;
  #money: Intl.NumberFormat;

  constructor(frame: HTMLElement, culture: string, words: TipWords) {
    this.#frame = frame;
    this.#words = words;
    this.#culture = culture;
    this.#count = new Intl.NumberFormat(culture);
    this.#percent = new Intl.NumberFormat(culture, { style: "percent", maximumFractionDigits: 0 });
    this.#money = this.#count;
    this.#box = document.createElement("div");
    this.#box.className = "map-tip";
    this.#box.setAttribute("aria-hidden", "true");
    this.#box.hidden = true;
    frame.append(this.#box);
  }

  setCurrency(currency: string | null): void {
    this.#money = new Intl.NumberFormat(this.#culture, {
      notation: "compact",
      maximumSignificantDigits: 3,
      ...(currency === null ? {} : { style: "currency", currency, currencyDisplay: "code" }),
    });
  }

  territory(line: TerritoryLine, colour: string, place: string, x: number, y: number): void {
    const rows: [string, string][] = [
      [this.#words.accounts, this.#count.format(line.accounts)],
      [this.#words.revenue, this.#money.format(line.revenue)],
    ];
    if (line.balance !== null) {
      rows.push([this.#words.balance, this.#percent.format(line.balance)]);
    }

    const swatch = element("i", "swatch", "");
    swatch.style.background = colour;
    const head = element("strong", "", line.name);
    head.prepend(swatch);
    const table = document.createElement("dl");
    for (const [name, value] of rows) {
      table.append(element("dt", "", name), element("dd", "", value));
    }

    this.#show([head, element("p", "", line.rep?.name ?? this.#words.vacant), table, element("p", "map-tip-place", place)], x, y);
  }

  home(name: string, x: number, y: number): void {
    this.#show([element("strong", "", name), element("p", "", this.#words.home)], x, y);
  }

  hide(): void {
    this.#box.hidden = true;
  }

  close(): void {
    this.#box.remove();
  }

  #show(content: HTMLElement[], x: number, y: number): void {
    this.#box.replaceChildren(...content);
    this.#box.hidden = false;
    const { clientWidth: width, clientHeight: height } = this.#frame;
    const { offsetWidth: wide, offsetHeight: high } = this.#box;
    const gap = 14;
    this.#box.style.left = `${x + gap + wide > width ? Math.max(4, x - gap - wide) : x + gap}px`;
    this.#box.style.top = `${Math.max(4, Math.min(y + gap, height - high - 4))}px`;
  }
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
