; What the installer for Windows writes besides its own: "Open with" offers the app for pictures, credentials and
; documents. Nothing is written under their endings, so that every file stays with the program that opens it now.

!macro offerFor ENDING
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" "${ENDING}" ""
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}" "FriendlyAppName" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro offerFor ".png"
  !insertmacro offerFor ".svg"
  !insertmacro offerFor ".json"
  !insertmacro offerFor ".pdf"
  !insertmacro offerFor ".zip"
  !insertmacro offerFor ".html"
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
!macroend
