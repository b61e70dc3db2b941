const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The key that lets Tab leave the editor, as it is written on this machine's keyboard. */
export const tabKey = (): string => (isMac() ? 'Control+Shift+M' : 'Ctrl+M')

/** The editor's name for screen readers, which tells the way out of it. */
export const editorLabel = (policy: string, locked = false): string =>
  `Policy ${policy}${locked ? ', locked by the author' : ''}, JSON editor. Press ${tabKey()} to let Tab leave the editor.`

/** The same for the eye, said below the editor while it has the focus. */
export const tabHint = (tabMovesFocus: boolean): string =>
  tabMovesFocus
    ? `Tab leaves the editor. Press ${tabKey()} to let it indent.`
    : `Press ${tabKey()} to let Tab leave the editor.`
