# Passages to read and to publish: `draad quotes`.

## Names of styles in Word

document-style-source = Source line
document-style-memo = Remark on quote
document-style-note = Note on quotes
document-style-definition = Definition
document-style-context = Context of quote
document-style-count = Count in heading
