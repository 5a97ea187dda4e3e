//<![CDATA[
// Opens the passages behind a number beside what the reader is looking at. Without this script every link leads to
// the same passages in the page itself. The address always says what is open, so that it can be sent to a colleague.
(function () {
  "use strict";
  var panel = document.getElementById("panel");
  var body = document.getElementById("panel-body");
  var title = document.getElementById("panel-title");
  var place = document.getElementById("panel-place");
  var openedFrom = null;
  var scrollBefore = 0;

  function target(link) {
    var href = link ? link.getAttribute("href") : "";
    return href && href.charAt(0) === "#" ? document.getElementById(decoded(href.slice(1))) : null;
  }

  function decoded(text) {
    try { return decodeURIComponent(text); } catch (error) { return text; }
  }

  function titleOf(element) {
    if (!element || !element.dataset) { return ""; }
    var is_passage = element.classList.contains("quote") || element.classList.contains("again");
    var cell = is_passage ? element.closest(".evidence") : element;
    return cell && cell.dataset.title || "";
  }

  function hasPanel(element) {
    return titleOf(element) !== "";
  }

  // What the panel shows of an element: itself; of a list of numbers, the passages that they stand for.
  function contentOf(element) {
    if (!element.classList.contains("list")) { return [copyOf(element)]; }
    return (element.textContent.match(/\d+/g) || []).map(function (number) {
      var quote = document.getElementById("q-" + number);
      return copyOf(quote.classList.contains("again") ? target(quote) : quote);
    });
  }

  // A copy must not carry ids a second time. Passages of which the words stand elsewhere are there in the copy.
  function copyOf(element) {
    var copy = element.cloneNode(true);
    copy.querySelectorAll(".elsewhere").forEach(function (inner) {
      var quotes = Array.from(inner.querySelectorAll("a"), function (link) { return copyOf(target(link)); });
      inner.replaceWith.apply(inner, quotes);
    });
    copy.removeAttribute("id");
    copy.querySelectorAll("[id]").forEach(function (inner) { inner.removeAttribute("id"); });
    copy.querySelectorAll(".surroundings").forEach(function (inner) { inner.remove(); });
    return copy;
  }

  function markOpen(id) {
    document.querySelectorAll("a.is-open").forEach(function (link) { link.classList.remove("is-open"); });
    if (!id) { return; }
    document.querySelectorAll("#matrix a").forEach(function (link) {
      if (link.getAttribute("href") === "#" + id) { link.classList.add("is-open"); }
    });
  }

  function show(element) {
    title.textContent = titleOf(element);
    place.setAttribute("href", "#" + element.id);
    body.replaceChildren.apply(body, contentOf(element));
    panel.hidden = false;
    document.body.classList.add("has-panel");
    panel.scrollTop = 0;
    panel.focus({ preventScroll: true });
    markOpen(element.id);
  }

  function hide() {
    if (panel.hidden) { return; }
    panel.hidden = true;
    body.replaceChildren();
    document.body.classList.remove("has-panel");
    markOpen("");
    if (openedFrom) { openedFrom.focus({ preventScroll: true }); }
    openedFrom = null;
  }

  // Some browsers refuse to change the address of a page opened from a disk; then the page is put back in its place.
  function setAddress(hash) {
    try {
      history.pushState(null, "", hash || location.pathname + location.search);
    } catch (error) {
      scrollBefore = window.scrollY;
      location.hash = hash;
      window.scrollTo(0, scrollBefore);
    }
  }

  function close() {
    if (panel.hidden) { return; }
    hide();
    setAddress("");
  }

  // The stretch of text around a passage: itself and its neighbours up to the next gap.
  function surroundings(link) {
    var unit = target(link);
    if (!unit) { return null; }
    var units = [unit];
    var before = unit.previousElementSibling;
    var after = unit.nextElementSibling;
    if (before && before.classList.contains("unit") && !unit.classList.contains("gap")) { units.unshift(before); }
    if (after && after.classList.contains("unit") && !after.classList.contains("gap")) { units.push(after); }
    var box = document.createElement("div");
    box.className = "surroundings";
    var quote = link.closest(".quote").querySelector("blockquote");
    units.forEach(function (element) {
      var copy = copyOf(element);
      copy.classList.remove("gap");
      if (quote) { highlight(copy.querySelector(".said"), quote.textContent); }
      box.appendChild(copy);
    });
    return box;
  }

  function highlight(said, words) {
    var node = said ? said.firstChild : null;
    var start = node ? node.data.indexOf(words) : -1;
    if (start === -1) { return; }
    var rest = node.splitText(start);
    rest.splitText(words.length);
    var mark = document.createElement("mark");
    said.replaceChild(mark, rest);
    mark.appendChild(rest);
  }

  function toggleSurroundings(link) {
    var quote = link.closest(".quote");
    var open = quote.querySelector(".surroundings");
    if (open) { open.remove(); } else {
      var box = surroundings(link);
      if (box) { quote.appendChild(box); }
    }
    link.setAttribute("aria-expanded", String(!open));
  }

  document.addEventListener("click", function (event) {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    var link = event.target.closest("a[href]");
    if (!link) { return; }
    if (link.classList.contains("ctx")) {
      event.preventDefault();
      toggleSurroundings(link);
      return;
    }
    if (link === place) {
      var there = target(link);
      event.preventDefault();
      openedFrom = null;
      hide();
      if (there) { there.scrollIntoView(); }
      return;
    }
    var element = target(link);
    if (hasPanel(element)) {
      event.preventDefault();
      if (!panel.contains(link)) { openedFrom = link; }
      show(element);
      setAddress("#" + element.id);
    } else if (panel.contains(link)) {
      hide();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !event.defaultPrevented) { close(); }
  });
  document.getElementById("panel-close").addEventListener("click", close);

  function follow() {
    var element = document.getElementById(decoded(location.hash.slice(1)));
    if (hasPanel(element)) { show(element); } else { hide(); }
  }
  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);
  if (location.hash) { follow(); }
  // Who comes by an address sees the cell in the matrix and its passages beside it.
  window.addEventListener("load", function () {
    var mark = document.querySelector("#matrix a.is-open");
    if (mark) { setTimeout(function () { mark.scrollIntoView({ block: "center" }); }, 0); }
  });
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll(".surroundings").forEach(function (box) { box.remove(); });
    document.querySelectorAll("main details:not([open])").forEach(function (details) {
      details.open = true;
      details.classList.add("for-print");
    });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details.for-print").forEach(function (details) {
      details.open = false;
      details.classList.remove("for-print");
    });
  });
  if (window.matchMedia("(max-width: 60rem)").matches) {
    document.querySelector("#contents-list").removeAttribute("open");
  }
})();
//]]>
