import { createTheme, Tooltip } from "@mantine/core";

/** Colours, fonts and sizes are variables in `page.css`. */
export const theme = createTheme({
  components: {
    Tooltip: Tooltip.extend({
      defaultProps: { multiline: true, maw: 320, withArrow: true, events: { hover: true, focus: true, touch: true } },
    }),
  },
});
