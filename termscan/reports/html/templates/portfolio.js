"use strict";
(() => {
  const form = document.querySelector(".filters"), told = form.querySelector("output");
  const choices = [...form.querySelectorAll("[data-filter]")], drafts = [...document.querySelectorAll("[data-path]")];
  const fits = (draft) => choices.every((one) => !one.value
    || (one.dataset.filter === "path" ? draft.dataset.path.includes(one.value.toLowerCase()) : draft.dataset.verdict === one.value));
  const sift = () => {
    drafts.forEach((draft) => { draft.hidden = !fits(draft); });
    const rows = drafts.filter((draft) => draft.tagName === "TR"), shown = rows.filter((row) => !row.hidden).length;
    told.textContent = shown === rows.length ? `${shown} ${shown === 1 ? "draft" : "drafts"}` : `${shown} of ${rows.length} drafts`;
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", sift);
  sift();
})();
