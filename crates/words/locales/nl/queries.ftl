# Wat over bewaarde zoekvragen gezegd wordt.

queries-none = Er zijn nog geen zoekvragen bewaard. Bewaar er een met --save, bijvoorbeeld: draad search 'vertrouw*' --save vertrouwen
query-removed = De zoekvraag `{ $query }` is verwijderd: { $text }
