// How the window looks and speaks: the choices there are, without a schema, so that the first paint can know them.

export const languages = ["zh-CN", "en"] as const;
export const themes = ["system", "light", "dark"] as const;
export const contrasts = ["normal", "more"] as const;
export const typeSizes = ["normal", "large"] as const;

export type Language = (typeof languages)[number];

export interface Look {
  /** `system` follows the computer's own setting */
  readonly theme: (typeof themes)[number];
  readonly contrast: (typeof contrasts)[number];
  readonly type: (typeof typeSizes)[number];
}

/** Minutes without a touch after which the screen hides personal data; null: never. */
export const idleMinutes = [null, 1, 3, 5, 10, 20] as const;
export type IdleMinutes = (typeof idleMinutes)[number];
export const idleMinutesFirst = 5;
