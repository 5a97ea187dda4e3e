# Fragmenten om te lezen en te publiceren: `draad quotes`.

## Namen van stijlen in Word

document-style-source = Bronregel
document-style-memo = Opmerking bij citaat
document-style-note = Aantekening
document-style-definition = Definitie
document-style-context = Context bij citaat
document-style-count = Aantal bij kop
