import type { editor } from 'monaco-editor/editor'

// How Monaco's themes are made of the app's tokens (app/theme.css). A value is a token's name, with its opacity where
// it lies over text.

/** The colours of the text. */
export const tokenColors = {
  '': 'text',
  'string.key': 'syntax-element',
  'string.value': 'syntax-string',
  'string.variable': 'syntax-variable',
  'string.escape': 'syntax-variable',
  number: 'syntax-variable',
  keyword: 'syntax-variable',
  delimiter: 'text-soft',
  'string.invalid': 'problem-error',
  invalid: 'problem-error',
} as const

/** The colours of the editor and of what opens over it. */
export const editorColors = {
  foreground: 'text',
  descriptionForeground: 'text-soft',
  disabledForeground: 'text-soft',
  errorForeground: 'problem-error',
  focusBorder: 'accent',
  'icon.foreground': 'text',
  'widget.shadow': 'shadow',
  'widget.border': 'line-strong',
  'textLink.foreground': 'accent',
  'textLink.activeForeground': 'accent',

  'editor.background': 'page',
  'editor.foreground': 'text',
  'editorGutter.background': 'page',
  'editorGutter.foldingControlForeground': 'text-soft',
  'editorLineNumber.foreground': 'text-soft',
  'editorLineNumber.activeForeground': 'text',
  'editorCursor.foreground': 'text',
  'editor.selectionBackground': 'accent/30',
  'editor.inactiveSelectionBackground': 'accent/20',
  'editor.selectionHighlightBackground': 'accent/15',
  'editor.wordHighlightBackground': 'neutral/20',
  'editor.wordHighlightStrongBackground': 'neutral/20',
  'editor.wordHighlightTextBackground': 'neutral/20',
  'editor.findMatchBackground': 'problem-warning/40',
  'editor.findMatchHighlightBackground': 'problem-warning/20',
  'editor.rangeHighlightBackground': 'neutral/10',
  'editor.lineHighlightBorder': 'line',
  'editor.foldBackground': 'neutral/10',
  'editor.placeholder.foreground': 'text-soft',
  'editorBracketMatch.background': 'accent/15',
  'editorBracketMatch.border': 'accent',
  // Brackets of every depth look the same: colour is for marks.
  'editorBracketHighlight.foreground1': 'text-soft',
  'editorBracketHighlight.foreground2': 'text-soft',
  'editorBracketHighlight.foreground3': 'text-soft',
  'editorBracketHighlight.unexpectedBracket.foreground': 'problem-error',
  'editorIndentGuide.background1': 'line',
  'editorIndentGuide.activeBackground1': 'line-strong',
  'editorOverviewRuler.border': 'line',
  'editorError.foreground': 'problem-error',
  'editorWarning.foreground': 'problem-warning',
  'editorInfo.foreground': 'problem-suggestion',

  'editorWidget.background': 'raised',
  'editorWidget.foreground': 'text',
  'editorWidget.border': 'line-strong',
  'editorInlayHint.background': 'neutral-tint',
  'editorInlayHint.foreground': 'text-soft',
  'editorHoverWidget.background': 'raised',
  'editorHoverWidget.foreground': 'text',
  'editorHoverWidget.border': 'line-strong',
  'editorHoverWidget.statusBarBackground': 'surface',
  'editorHoverWidget.highlightForeground': 'accent',
  'editorSuggestWidget.background': 'raised',
  'editorSuggestWidget.foreground': 'text',
  'editorSuggestWidget.border': 'line-strong',
  'editorSuggestWidget.selectedBackground': 'accent-tint',
  'editorSuggestWidget.selectedForeground': 'text',
  'editorSuggestWidget.highlightForeground': 'accent',
  'editorSuggestWidget.focusHighlightForeground': 'accent',
  'editorMarkerNavigation.background': 'surface',
  'editorMarkerNavigationError.background': 'problem-error',
  'editorMarkerNavigationWarning.background': 'problem-warning',
  'editorMarkerNavigationInfo.background': 'problem-suggestion',
  'editorActionList.background': 'raised',
  'editorActionList.foreground': 'text',
  'editorActionList.focusBackground': 'accent-tint',
  'editorActionList.focusForeground': 'text',

  'list.hoverBackground': 'hover',
  'list.hoverForeground': 'text',
  'list.activeSelectionBackground': 'accent-tint',
  'list.activeSelectionForeground': 'text',
  'list.focusBackground': 'accent-tint',
  'list.focusForeground': 'text',
  'list.highlightForeground': 'accent',
  'menu.background': 'raised',
  'menu.foreground': 'text',
  'menu.border': 'line-strong',
  'menu.selectionBackground': 'accent-tint',
  'menu.selectionForeground': 'text',
  'menu.separatorBackground': 'line',
  'quickInput.background': 'raised',
  'quickInput.foreground': 'text',
  'quickInputList.focusBackground': 'accent-tint',
  'quickInputList.focusForeground': 'text',
  'pickerGroup.foreground': 'text-soft',
  'pickerGroup.border': 'line',
  'input.background': 'page',
  'input.foreground': 'text',
  'input.border': 'line-strong',
  'input.placeholderForeground': 'text-soft',
  'inputOption.activeBackground': 'accent-tint',
  'inputOption.activeForeground': 'text',
  'inputOption.activeBorder': 'accent',
  'button.background': 'accent',
  'button.foreground': 'on-accent',
  'keybindingLabel.background': 'surface',
  'keybindingLabel.foreground': 'text',
  'keybindingLabel.border': 'line-strong',
  'keybindingLabel.bottomBorder': 'line-strong',
  'scrollbarSlider.background': 'line-strong/35',
  'scrollbarSlider.hoverBackground': 'line-strong/55',
  'scrollbarSlider.activeBackground': 'line-strong/75',
  'scrollbar.shadow': 'shadow',
} as const

/** A theme of these tokens. `read` gives a token's colour as `#rrggbb` or `#rrggbbaa`. */
export function themeOf(
  read: (token: string) => string,
  contrast: 'normal' | 'high',
): editor.IStandaloneThemeData {
  const dark = luminance(read('page')) < 0.5
  const base = contrast === 'high' ? (dark ? 'hc-black' : 'hc-light') : dark ? 'vs-dark' : 'vs'
  return {
    base,
    inherit: true,
    rules: Object.entries(tokenColors).map(([token, name]) => ({
      token,
      foreground: read(name).slice(1),
    })),
    colors: Object.fromEntries(
      Object.entries(editorColors).map(([color, value]) => {
        const [name = '', percent] = value.split('/')
        return [
          color,
          percent === undefined ? read(name) : withOpacity(read(name), Number(percent)),
        ]
      }),
    ),
  }
}

/** A computed colour, `rgb(…)` or `rgba(…)`, as Monaco reads it. */
export function hexOf(computed: string): string {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (computed.match(/[\d.]+/g) ?? []).map(Number)
  const parts = [red, green, blue, ...(alpha < 1 ? [alpha * 255] : [])]
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** The contrast of two opaque colours as WCAG 2 counts it, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function withOpacity(color: string, percent: number): string {
  return (
    color.slice(0, 7) +
    Math.round(percent * 2.55)
      .toString(16)
      .padStart(2, '0')
  )
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
