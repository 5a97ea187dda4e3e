//<![CDATA[
// Searches factors, cases, passages, findings and definitions while one types; nothing leaves the page. Accents and capitals
// make no difference, and a factor is found by its name in either language. Without this script the browser's own search
// finds everything, because everything is on the page.
(function () {
  "use strict";
  var MOST = 60;
  var AROUND = 60;
  var box = document.querySelector(".find");
  var input = document.getElementById("find");
  var found = document.getElementById("found");
  var count = document.getElementById("found-count");
  var list = document.getElementById("found-list");
  var entries = null;
  var waiting = 0;

  function folded(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function textOf(element) {
    return element ? element.textContent.replace(/\s+/g, " ").trim() : "";
  }

  function entry(kind, id, name, text) {
    return { kind: kind, id: id, name: name, text: text, folded: folded(name + " " + text) };
  }

  function each(selector, make) {
    document.querySelectorAll(selector).forEach(function (element) { entries.push(make(element)); });
  }

  // What can be found, in the order in which it is shown. A passage under several factors is found once.
  function collect() {
    var seen = new Set();
    entries = [];
    each("article.factor", function (article) {
      var also = article.dataset.also || "";
      return entry("factor", article.id, textOf(article.querySelector("h3")),
        [also, textOf(article.querySelector(".definition"))].join(" ").trim());
    });
    each("article.case", function (article) {
      return entry("case", article.id, textOf(article.querySelector("h3")), textOf(article.querySelector(".columns")));
    });
    each("article.finding", function (article) {
      return entry("finding", article.id, textOf(article.querySelector("h3")), textOf(article));
    });
    each("#definitions dt", function (term) {
      return entry("definition", term.id, textOf(term), textOf(term.nextElementSibling));
    });
    document.querySelectorAll("#factors .quote[id]").forEach(function (quote) {
      var place = textOf(quote.querySelector(".src"));
      if (seen.has(place)) { return; }
      seen.add(place);
      entries.push(entry("passage", quote.id, place, textOf(quote.querySelector("blockquote"))));
    });
  }

  // Where a folded word stands in a text that is not folded: characters can fold to none or to several.
  function placeIn(text, word) {
    var places = [];
    var all = "";
    for (var i = 0; i < text.length; i += 1) {
      var piece = folded(text.charAt(i));
      all += piece;
      for (var k = 0; k < piece.length; k += 1) { places.push(i); }
    }
    var at = all.indexOf(word);
    return at === -1 ? null : [places[at], places[at + word.length - 1] + 1];
  }

  function excerpt(text, word) {
    var part = document.createElement("span");
    part.className = "excerpt";
    var place = placeIn(text, word);
    if (!place) {
      part.textContent = text.length > 2 * AROUND ? text.slice(0, 2 * AROUND) + " …" : text;
      return part;
    }
    var from = Math.max(0, place[0] - AROUND);
    var to = Math.min(text.length, place[1] + AROUND);
    var mark = document.createElement("mark");
    mark.textContent = text.slice(place[0], place[1]);
    part.append((from > 0 ? "… " : "") + text.slice(from, place[0]), mark,
      text.slice(place[1], to) + (to < text.length ? " …" : ""));
    return part;
  }

  function item(hit, word) {
    var line = document.createElement("li");
    var link = document.createElement("a");
    var kind = document.createElement("span");
    link.href = "#" + hit.id;
    kind.className = "kind";
    kind.textContent = found.dataset[hit.kind];
    link.append(kind, " ", hit.name);
    line.append(link, excerpt(hit.text, word));
    return line;
  }

  function sentence(query, n) {
    if (n === 0) { return count.dataset.none.replace("#", query); }
    if (n === 1) { return count.dataset.one; }
    return (n > MOST ? count.dataset.more : count.dataset.many).replace("#", String(n));
  }

  function search() {
    var query = input.value.trim();
    var words = folded(query).split(/\s+/).filter(Boolean);
    if (!entries) { collect(); }
    var hits = words.length === 0 ? [] : entries.filter(function (one) {
      return words.every(function (word) { return one.folded.indexOf(word) !== -1; });
    });
    var is_asked = words.length > 0;
    found.hidden = !is_asked;
    document.body.classList.toggle("is-finding", is_asked);
    count.textContent = is_asked ? sentence(query, hits.length) : "";
    list.replaceChildren.apply(list, hits.slice(0, MOST).map(function (hit) { return item(hit, words[0]); }));
  }

  function links() {
    return Array.from(list.querySelectorAll("a"));
  }

  function move(event, step) {
    var all = links();
    var next = all.indexOf(document.activeElement) + step;
    event.preventDefault();
    if (next < 0) { input.focus(); } else if (next < all.length) { all[next].focus(); }
  }

  box.hidden = false;
  input.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  document.querySelector(".contents").addEventListener("keydown", function (event) {
    var within = event.target === input || list.contains(event.target);
    if (!within) { return; }
    if (event.key === "ArrowDown") { move(event, 1); }
    if (event.key === "ArrowUp" && event.target !== input) { move(event, -1); }
    if (event.key === "Escape" && input.value !== "") {
      event.preventDefault();
      input.value = "";
      search();
      input.focus();
    }
  });
  document.addEventListener("keydown", function (event) {
    var types = event.target instanceof Element && event.target.closest("input, textarea, select");
    if (event.key !== "/" || types || event.ctrlKey || event.metaKey || event.altKey) { return; }
    event.preventDefault();
    document.body.classList.add("is-finding");
    input.focus();
    input.select();
  });
  input.addEventListener("blur", function () {
    if (input.value.trim() === "") { document.body.classList.remove("is-finding"); }
  });
})();
//]]>
