"use strict";
(() => {
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const pane = document.getElementById("draft"), back = pane.querySelector(".back");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let from = null;

  function show(link) {
    const number = link.dataset.spot, spot = document.getElementById(`at-${number}`);
    if (!spot) return;
    all("mark.on").forEach((mark) => mark.classList.remove("on"));
    all("mark", pane).filter((mark) => mark.dataset.within.split(" ").includes(number)).forEach((mark) => mark.classList.add("on"));
    const behavior = calm.matches ? "auto" : "smooth", inside = pane.scrollHeight > pane.clientHeight + 1;
    if (inside) {
      pane.scrollTo({ top: spot.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop - pane.clientHeight / 4, behavior });
      if (pane.getBoundingClientRect().top > innerHeight / 2) pane.scrollIntoView({ block: "start" });
    } else spot.scrollIntoView({ block: "center" });
    pane.focus({ preventScroll: true });
    from = link;
    back.hidden = inside;
  }

  function goBack() {
    if (!from) return;
    back.hidden = true;
    from.focus({ preventScroll: false });
    from = null;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-spot]");
    if (link) { event.preventDefault(); show(link); return; }
    if (event.target === back) goBack();
    const copy = event.target.closest("[data-copy]");
    if (copy) navigator.clipboard.writeText(copy.parentElement.firstChild.textContent.trim()).then(() => { copy.textContent = "Copied"; });
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") goBack(); });

  const form = document.querySelector(".filters");
  if (form) {
    const choices = all("select", form), findings = all(".finding"), told = form.querySelector("output");
    const sift = () => {
      const shown = findings.filter((finding) => {
        finding.hidden = choices.some((one) => one.value && one.value !== finding.dataset[one.dataset.filter]);
        return !finding.hidden;
      }).length;
      told.textContent = shown === findings.length ? `${shown} ${shown === 1 ? "finding" : "findings"}` : `${shown} of ${findings.length} findings`;
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", sift);
    sift();
    all("tbody a[href^='#T-']").forEach((link) => link.addEventListener("click", () => {
      if (document.getElementById(link.hash.slice(1)).hidden) { choices.forEach((one) => { one.value = ""; }); sift(); }
    }));
  }
  if (navigator.clipboard) all("[data-copy]").forEach((button) => { button.hidden = false; });
})();
