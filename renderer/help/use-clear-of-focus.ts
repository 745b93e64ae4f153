// Keeps the help panel off the field in focus: at its usual place, else at the other side, else at the top.
import { type RefObject, useLayoutEffect, useRef } from "react";

const PLACES = ["end", "start", "top"] as const;

export function useClearOfFocus<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    const panel = ref.current;
    if (panel === null) return;
    const move = (): void => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body || panel.contains(focused)) return;
      // Where the panel takes its room from the screen, the field may have been pushed out of sight.
      focused.scrollIntoView({ block: "nearest" });
      const place = PLACES.find((candidate) => {
        panel.dataset["place"] = candidate;
        return !overlap(panel.getBoundingClientRect(), focused.getBoundingClientRect());
      });
      panel.dataset["place"] = place ?? "end";
    };
    move();
    document.addEventListener("focusin", move);
    window.addEventListener("resize", move);
    return () => {
      document.removeEventListener("focusin", move);
      window.removeEventListener("resize", move);
    };
  }, []);
  return ref;
}

function overlap(one: DOMRect, other: DOMRect): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
