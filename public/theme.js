// Applies the reader's chosen theme and language before the first paint; the app does so from then on.
(function () {
  try {
    var theme = localStorage.getItem("doorward.theme");
    var language = localStorage.getItem("doorward.language") || navigator.language || "";
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    if (language.slice(0, 2) === "ja") document.documentElement.lang = "ja";
  } catch (refused) {
    // A browser that keeps nothing shows the system's theme.
  }
})();
