// The hidden page that lays out a slip for the printer.

import "./print.css";
import "../theme/fonts.ts";
