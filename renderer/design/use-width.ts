// The width a drawing has to fill, kept up to date, and by how much the clerk's type is enlarged.
import { type RefObject, useLayoutEffect, useRef, useState } from "react";

export interface Room<E extends HTMLElement> {
  readonly ref: RefObject<E | null>;
  /** CSS pixels. */
  readonly width: number;
  /** 1 in ordinary print, 1.25 in large print. */
  readonly enlarged: number;
}

const ORDINARY_TYPE = 16;
/** Narrower than any place that has a drawing; a hidden one is measured as 0. */
const LEAST = 120;

export function useWidth<E extends HTMLElement>(first: number): Room<E> {
  const ref = useRef<E>(null);
  const [{ width, enlarged }, setRoom] = useState({ width: first, enlarged: 1 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      const type = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const room = { width: Math.max(LEAST, Math.floor(element.clientWidth)), enlarged: type / ORDINARY_TYPE };
      setRoom((before) => (before.width === room.width && before.enlarged === room.enlarged ? before : room));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width, enlarged };
}
