# The design of the study: `draad figure study-design`.

figure-study-design-title = Design of the study
figure-study-design-what = How the study is set up: for each phase of the research its question, and who was heard by which method.
figure-study-design-tiles = The area of a tile is proportional to the number in it: the people or groups that are named below or beside it, added up. An open tile: not counted. The numbers stand in design.toml; whoever took part in several methods counts in each.
figure-study-design-order = Phases and methods stand in the order in which they are described.
figure-study-design-legend = Area: number
figure-study-design-legend-open = not counted
figure-study-design-alt = Design in { $n } phases. { $phases }.
